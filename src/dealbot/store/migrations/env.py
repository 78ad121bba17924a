"""What Alembic runs: the migrations, on the connection it is given, in that connection's transaction."""

from alembic import context

from dealbot.store.post_tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
)
context.run_migrations()
