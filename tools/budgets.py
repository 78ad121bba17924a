"""Prints how large and how nested the code is against its budgets: `python -m tools.budgets [FOLDER]`.

Exits with 1 where a limit is exceeded. An aim is what the whole should look like; a limit is what no part may exceed.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import median

BLOCKS = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.With, ast.AsyncWith, ast.Try, ast.TryStar, ast.Match)
BROAD = {"Exception", "BaseException"}
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Function:
    """One function: its lines from `def` to the last, its deepest block, and its annotations given of those wanted."""

    place: str
    lines: int
    nesting: int
    annotated: int
    annotatable: int


@dataclass(frozen=True, slots=True)
class Module:
    """One file."""

    place: str
    lines: int
    functions: tuple[Function, ...]
    broad_excepts: int
    unfinished: int


@dataclass(frozen=True, slots=True)
class Budget:
    """A figure, what it should be at most, and where the worst of it is."""

    name: str
    figure: float
    most: float
    where: str = ""
    aim: bool = False

    @property
    def verdict(self) -> str:
        """Within, over an aim, or over a limit."""
        if self.figure <= self.most:
            return "ok"
        return "above the aim" if self.aim else "EXCEEDED"


def measure(place: str, source: str) -> Module:
    """The figures of one file."""
    nodes = list(ast.walk(ast.parse(source)))
    return Module(
        place=place,
        lines=len(source.splitlines()),
        functions=tuple(_functions(place, nodes)),
        broad_excepts=sum(map(_is_broad, nodes)),
        unfinished=len(UNFINISHED.findall(source)),
    )


def budgets(modules: Iterable[Module]) -> list[Budget]:
    """The budgets of docs/ARCHITECTURE.md with the figures of these files."""
    files = list(modules)
    functions = list(chain.from_iterable(module.functions for module in files))
    lines = [function.lines for function in functions]
    longest = max(functions, key=lambda function: function.lines)
    deepest = max(functions, key=lambda function: function.nesting)
    largest = max(files, key=lambda module: module.lines)
    bare = [function for function in functions if function.annotated < function.annotatable]
    broad = [module for module in files if module.broad_excepts]
    unfinished = [module for module in files if module.unfinished]
    return [
        Budget("lines of a file, median", median(module.lines for module in files if module.lines > 1), 90, aim=True),
        Budget("lines of a file, most", largest.lines, 300, largest.place),
        Budget("lines of a function, median", median(lines), 8, aim=True),
        Budget("lines of a function, 90 %", sorted(lines)[len(lines) * 9 // 10], 22, aim=True),
        Budget("lines of a function, most", longest.lines, 50, longest.place),
        Budget("blocks within blocks, most", deepest.nesting, 3, deepest.place),
        Budget("functions lacking annotations", len(bare), 0, _places(bare)),
        Budget("excepts that catch everything", sum(module.broad_excepts for module in broad), 2, _places(broad)),
        Budget("notes of unfinished work", sum(module.unfinished for module in unfinished), 0, _places(unfinished)),
    ]


def _places(found: Iterable[Function | Module]) -> str:
    return ", ".join(each.place for each in found)


def _functions(place: str, nodes: Iterable[ast.AST]) -> Iterator[Function]:
    methods = {id(child) for node in nodes if isinstance(node, ast.ClassDef) for child in node.body}
    for node in nodes:
        if isinstance(node, FunctionNode):
            wanted = _annotations(node, bound=id(node) in methods and not _is_static(node))
            yield Function(
                place=f"{place}:{node.lineno} {node.name}",
                lines=(node.end_lineno or node.lineno) - node.lineno + 1,
                nesting=_depth(node.body),
                annotated=sum(annotation is not None for annotation in wanted),
                annotatable=len(wanted),
            )


def _annotations(function: FunctionNode, *, bound: bool) -> list[ast.expr | None]:
    """The annotation of every argument but `self` or `cls`, and of the result."""
    given = function.args
    named = [*given.posonlyargs, *given.args][int(bound) :] + given.kwonlyargs
    starred = [argument for argument in (given.vararg, given.kwarg) if argument]
    return [argument.annotation for argument in (*named, *starred)] + [function.returns]


def _is_static(function: FunctionNode) -> bool:
    return any(isinstance(each, ast.Name) and each.id == "staticmethod" for each in function.decorator_list)


def _depth(body: Iterable[ast.AST]) -> int:
    """How many blocks deep these go; `elif` is no deeper than its `if`, and an inner function counts by itself."""
    return max((_depth_of(node) for node in body), default=0)


def _depth_of(node: ast.AST) -> int:
    if isinstance(node, FunctionNode | ast.ClassDef | ast.Lambda):
        return 0
    if isinstance(node, ast.If) and len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
        return max(1 + _depth(node.body), _depth_of(node.orelse[0]))
    return int(isinstance(node, BLOCKS)) + _depth(ast.iter_child_nodes(node))


def _is_broad(node: ast.AST) -> bool:
    match node:
        case ast.ExceptHandler(type=None):
            return True
        case ast.ExceptHandler(type=ast.Tuple(elts=caught)) | ast.Call(func=ast.Name(id="suppress"), args=caught):
            return any(isinstance(each, ast.Name) and each.id in BROAD for each in caught)
        case ast.ExceptHandler(type=ast.Name(id=name)):
            return name in BROAD
        case _:
            return False


def main(folder: Path) -> int:
    """Print the table; 1 if a limit is exceeded."""
    found = budgets(measure(str(file), file.read_text()) for file in sorted(folder.rglob("*.py")))
    print(f"{'budget':<31}{'figure':>8}{'most':>6}")
    for budget in found:
        print(f"{budget.name:<31}{budget.figure:>8g}{budget.most:>6g}  {budget.verdict:<14}{budget.where}".rstrip())
    return int(any(budget.verdict == "EXCEEDED" for budget in found))


if __name__ == "__main__":
    sys.exit(main(Path(*sys.argv[1:] or ["src/dealbot"])))
