"""What Alembic runs: the migrations, on the connection it is given, in that connection's transaction."""

from alembic import context

from dealbot.store import post_tables  # the first for its tables alone

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=post_tables.Base.metadata,
    transactional_ddl=True,
)
context.run_migrations()
