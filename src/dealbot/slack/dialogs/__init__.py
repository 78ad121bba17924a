"""The dialogs: built when somebody asks for one, checked when it is sent, both while they wait."""
