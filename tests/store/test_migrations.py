import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from dealbot.domain.dropped import DraftState
from dealbot.domain.lead import Weights
from dealbot.domain.lesson import LessonState
from dealbot.domain.stakeholder import Stance
from dealbot.store import migrations
from dealbot.store.append_only import APPEND_ONLY
from dealbot.store.cohorts import Cohorts
from dealbot.store.database import Database, open_database
from dealbot.store.documents import Documents
from dealbot.store.lead_criteria import LeadCriteria
from dealbot.store.migrations.run import upgrade
from dealbot.store.policies import Policies
from dealbot.store.post_tables import Base
from dealbot.store.schema import bring_up_to_date
from dealbot.store.snapshots import Snapshot, Snapshots
from dealbot.store.unmet import UnmetQuestions
from tests.store.book import ADMIN, DAY, Book, alias, person, stance_of
from tests.store.practising import EVE, answer, check, everything

pytestmark = pytest.mark.usefixtures("_new_ledgers_by_migration")


def test_models_and_migrations_agree(database: Database) -> None:
    with database.read() as session:
        context = MigrationContext.configure(session.connection(), opts={"compare_server_default": True})

        assert compare_metadata(context, Base.metadata) == []


def test_the_versions_listed_are_the_versions_there_are() -> None:
    config = Config()
    config.set_main_option("script_location", migrations.__path__[0])
    scripts = ScriptDirectory.from_config(config)

    assert tuple(reversed([script.revision for script in scripts.walk_revisions()])) == migrations.REVISIONS


def test_an_up_to_date_ledger_opens_without_the_migration_tool(empty_database_url: str) -> None:
    open_database(empty_database_url).close()
    look = f"""
        import sys
        from dealbot.store.database import open_database
        open_database({empty_database_url!r}).close()
        print([name for name in sys.modules if "alembic" in name])
    """
    command = [sys.executable, "-c", textwrap.dedent(look)]

    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "[]\n"


def test_several_processes_create_one_ledger_and_lose_no_note(empty_database_url: str) -> None:
    writes = f"""
        import sys
        from dealbot.store.database import open_database
        from tests.store.book import Book
        with open_database({empty_database_url!r}) as database:
            book = Book(database)
            deal = book.deal(sys.argv[1])
            for number in range(10):
                book.save(deal, f"note {{number}}")
    """
    command = [sys.executable, "-c", textwrap.dedent(writes)]
    writers = [subprocess.Popen([*command, name], stderr=subprocess.PIPE, text=True) for name in ("A", "B", "C")]
    said = [writer.communicate()[1] for writer in writers]

    assert said == ["", "", ""]
    with open_database(empty_database_url) as database, database.read() as session:
        assert session.execute(text("SELECT count(*) FROM note_versions")).scalar() == 30


@pytest.mark.parametrize("change", ["UPDATE {} SET recorded_at = recorded_at", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_what_was_appended(book: Book, change: str) -> None:
    deal = book.deal("Lakeshore")
    book.log(deal, "n1", person("Dana Ruiz"))
    book.withdraw(book.correct(deal, stance_of("Dana Ruiz", Stance.OPPOSED)))
    book.decide(book.correct(deal, alias("Dr R", "Dana Ruiz")), LessonState.OFFERED)
    with book.database.write() as session:
        Snapshots(session, ADMIN).take([Snapshot(deal, DAY, None, None, None, None, 0, 0)], book.tick())
        Policies(session, ADMIN).add("a-note", "Its text.", book.tick())
        LeadCriteria(session, ADMIN).add(Weights(fit=2), "fit tells most", DAY, book.tick())
        UnmetQuestions(session, ADMIN).keep("What is TEFCA?", DAY, book.tick())
        documents = Documents(session, ADMIN)
        documents.decide(documents.drop("guide.md", b"Its text.", book.tick())[0].key, DraftState.APPROVED, book.tick())

    everything(book)

    for table in APPEND_ONLY:
        with pytest.raises(DBAPIError, match=f"{table} is only ever appended to"), book.database.write() as session:
            session.execute(text(change.format(table)))


def test_checks_that_were_answered_before_they_could_be_handed_in_are_handed_in(book: Book) -> None:
    given = check(book, ADMIN, EVE)
    when = answer(book, ADMIN, check=given.id).review.at
    answer(book, EVE)  # in private
    with book.database.write() as session:
        session.execute(text("DROP TABLE checks_handed_in"))
        session.execute(text("ALTER TABLE practice_choices DROP COLUMN drip_at"))
        session.execute(text("UPDATE alembic_version SET version_num = '0013'"))
        upgrade(session.connection())
    with book.database.read() as session:
        assert Cohorts(session, EVE).handed_in(given.id) == {ADMIN.user: when}


def test_what_another_process_brought_up_to_date_meanwhile_is_left_alone(tmp_path: Path) -> None:
    with open_database(f"sqlite:///{tmp_path}/dealbot.db") as database:
        as_it_is, as_it_was = create_engine(database.url), create_engine(f"sqlite:///{tmp_path}/as_it_was.db")

        bring_up_to_date(writer=as_it_is, reader=as_it_was)

        as_it_was.dispose()
        assert Book(database).deal("Lakeshore") == 1
