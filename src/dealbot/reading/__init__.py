"""From the words of a note to statements: the ports and the readers behind them."""
