"""Judges what is sent to warehouses by other grammars than the gateway's: PostgreSQL's own (libpg_query, by pglast), and sqlglot's Redshift.

usage: judge.py --functions docs/functions.md --policies FOLDER ... < TEXTS

A line of TEXTS is a JSON object: dialect ("postgres" or "redshift"), role, user, text. Of each text it is said what is wrong with it: more than one statement, a comment, a table that the role's grants do not have, a
table outside a sub-select of its own, without its row filter, its window or its fence, a column that the grant does not show, a mask that is missing, a function outside the catalogue. The last line tells how many texts and
tables were judged; the exit code is 1 if anything was wrong. Nothing is shared with the gateway but the policies' files.
"""

import argparse
import json
import pathlib
import re
import sys
import tomllib

import pglast
import sqlglot
from pglast import ast, parse_sql
from pglast.stream import RawStream
from sqlglot import exp

CLOCK = re.compile(r"\b(now\(\)|current_date|current_timestamp|localtimestamp)", re.IGNORECASE)
# What the writer uses beside the catalogue, and what the engine's names for PostgreSQL's functions are.
OWN = {"encode", "sha256", "convert_to", "timezone", "extract", "grouping"}


class Wrong(Exception):
    pass


def policies(folders):
    """Roles' grants and tables' contracts, as the files have them."""
    tables, roles = {}, {}
    for folder in folders:
        for file in sorted(pathlib.Path(folder).rglob("*.toml")):
            if "tests" in file.parts[len(pathlib.Path(folder).parts) :]:
                continue
            document = tomllib.loads(file.read_text())
            tables.update(document.get("table", {}))
            roles.update(document.get("role", {}))

    def grants(role):
        found = {}
        for parent in roles[role].get("inherits", []):
            found.update(grants(parent))
        found.update(roles[role].get("grant", {}))
        return found

    known = {}
    for role in roles:
        for name, grant in grants(role).items():
            table = tables[name]
            names = [column["name"] for column in table["columns"]]
            wanted = grant["columns"]
            if wanted == "all":
                columns = names
            elif isinstance(wanted, dict):
                columns = [column for column in names if column not in wanted["except"]]
            else:
                columns = wanted
            source = table["source"] if "." in table["source"] else "public." + table["source"]
            partition = table.get("partition")
            known[role, source] = {
                "columns": set(columns),
                "rows": grant.get("rows"),
                "masks": grant.get("mask", {}),
                "partition": partition,
                "window": bool(partition) and grant.get("window", "required") == "required",
                "types": {column["name"]: column["type"] for column in table["columns"]},
            }
    return known


def nodes(node):
    """A tree's nodes, each with the ones around it."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (tuple, list)):
            waiting.extend(node)
        elif isinstance(node, ast.Node):
            yield node
            waiting.extend(getattr(node, slot) for slot in node.__slots__ if slot != "ancestors")


def conjuncts(node):
    if isinstance(node, ast.BoolExpr) and node.boolop == pglast.enums.BoolExprType.AND_EXPR:
        return [part for arg in node.args for part in conjuncts(arg)]
    return [] if node is None else [node]


def shown(node):
    return RawStream()(node)


class Postgres:
    def __init__(self, known, functions):
        self.known, self.functions = known, functions
        self.tables = 0

    def judge(self, role, user, text):
        if any(token.name in ("SQL_COMMENT", "C_COMMENT") for token in pglast.parser.scan(text)):
            raise Wrong("a comment")
        statements = parse_sql(text)
        if len(statements) != 1 or not isinstance(statements[0].stmt, ast.SelectStmt):
            raise Wrong("something else than one SELECT")
        tree, leaves = statements[0].stmt, 0
        for node in nodes(tree):
            if isinstance(node, ast.SelectStmt):
                if node.withClause or node.lockingClause or node.intoClause:
                    raise Wrong("a clause that is never written")
                reads = [item for item in node.fromClause or () if isinstance(item, ast.RangeVar)]
                if reads:
                    leaves += 1
                    self.leaf(role, user, node, node is tree)
            elif isinstance(node, ast.FuncCall):
                self.function(node)
            elif isinstance(node, (ast.RangeFunction, ast.RangeTableFunc, ast.RangeTableSample, ast.SQLValueFunction)):
                raise Wrong(f"a {type(node).__name__}")
        if leaves != sum(isinstance(node, ast.RangeVar) for node in nodes(tree)):
            raise Wrong("a table outside a sub-select of its own")
        self.tables += leaves

    def function(self, call):
        name = [part.sval for part in call.funcname]
        if len(name) != 2 or name[0] != "pg_catalog" or name[1] not in self.functions:
            raise Wrong(f"the function {'.'.join(name)}")

    def leaf(self, role, user, select, alone):
        if len(select.fromClause) != 1:
            raise Wrong("a table beside others")
        table = select.fromClause[0]
        grant = self.known.get((role, f"{table.schemaname}.{table.relname}"))
        if grant is None or table.alias or table.catalogname:
            raise Wrong(f"the table {table.schemaname}.{table.relname}")
        if select.groupClause or select.sortClause or select.distinctClause or select.limitCount or select.havingClause:
            raise Wrong("a clause on a table itself")
        predicates = conjuncts(select.whereClause)
        left = self.filtered(predicates, grant, user, self.windowed(predicates, grant))
        for predicate in left:
            self.user_predicate(predicate, grant)
        hides = grant["rows"] is not None or len(left) != len(predicates)
        zero = select.limitOffset is not None and shown(select.limitOffset) == "0"
        if hides and not zero and not alone:
            raise Wrong("no fence")
        for target in select.targetList:
            self.column(target.val, grant)

    def windowed(self, predicates, grant):
        """The sides of windows; the predicates without them."""
        partition = grant["partition"]
        if not partition:
            return predicates
        time = partition.get("of", partition["column"])
        bounded, left = set(), []
        for predicate in predicates:
            # A side of the window is the first one of its kind; another one is the user's own.
            side = self.side(predicate)
            if side and side[0] in (time, partition["column"]) and side not in bounded:
                bounded.add(side)
            else:
                left.append(predicate)
        # The statement may bound the partition's days alone; what bounds the time bounds the days, too.
        whole = (partition["column"], ">=") in bounded and ((time, ">=") in bounded or (time, "<") not in bounded)
        if grant["window"] and not whole:
            raise Wrong(f"no window: {sorted(bounded)}")
        return left

    @staticmethod
    def side(predicate):
        if not isinstance(predicate, ast.A_Expr) or not isinstance(predicate.lexpr, ast.ColumnRef):
            return None
        operator, right = predicate.name[0].sval, predicate.rexpr
        plain = isinstance(right, ast.TypeCast) and isinstance(right.arg, (ast.A_Const, ast.ParamRef))
        if len(predicate.lexpr.fields) == 1 and operator in (">=", "<") and plain:
            return predicate.lexpr.fields[0].sval, operator
        return None

    @staticmethod
    def filtered(predicates, grant, user, left):
        if grant["rows"] is None:
            return left
        policy = re.sub(r"\bcurrent_user\b", "'" + user.replace("'", "''") + "'", grant["rows"])
        # A moment of the gateway's stands for the clock: any one will do here.
        policy = CLOCK.sub("'CLOCK'", policy)
        wanted = conjuncts(parse_sql(f"SELECT 1 WHERE {policy}")[0].stmt.whereClause)
        plain = {index: Postgres.clockless(predicate) for index, predicate in enumerate(left)}
        for part in wanted:
            text = shown(part)
            found = next((index for index, other in plain.items() if other == text), None)
            if found is None:
                raise Wrong(f"the row filter {text} is missing among {list(plain.values())}")
            del plain[found]
        return [left[index] for index in plain]

    @staticmethod
    def clockless(predicate):
        moment = r"CAST\('\d{4}-\d\d-\d\d( [0-9:.]+(\+00)?)?' AS (timestamptz|timestamp|date)\)"
        return re.sub(moment, "'CLOCK'", shown(predicate))

    @staticmethod
    def user_predicate(predicate, grant):
        for node in nodes(predicate):
            if isinstance(node, ast.ColumnRef):
                name = node.fields[-1].sval if len(node.fields) == 1 else None
                if name not in grant["columns"] or name in grant["masks"]:
                    raise Wrong(f"a predicate on {name} beside the row filter")
            elif isinstance(node, (ast.FuncCall, ast.SubLink)):
                raise Wrong("a predicate beside the row filter that could fail")
            elif isinstance(node, ast.A_Expr) and node.name[-1].sval not in ("=", "<>", "<", "<=", ">", ">=", "BETWEEN", "NOT BETWEEN"):
                raise Wrong(f"the operator {node.name[-1].sval} beside the row filter")

    @staticmethod
    def column(value, grant):
        names = {node.fields[0].sval for node in nodes(value) if isinstance(node, ast.ColumnRef)}
        if len(names) > 1 or not names <= grant["columns"]:
            raise Wrong(f"the columns {names}")
        masked = names & set(grant["masks"])
        computed = [node for node in nodes(value) if isinstance(node, (ast.FuncCall, ast.A_Expr, ast.MinMaxExpr))]
        if not masked and computed:
            raise Wrong(f"a column that is computed below the fence: {shown(value)}")
        if not masked:
            return
        name = masked.pop()
        mask, ty = grant["masks"][name].split(":")[0].split("(")[0], grant["types"][name]
        wanted = {"sha256": "sha256", "keep": "left", "day": "date_trunc", "bucket": "floor"}.get(mask)
        calls = {node.funcname[-1].sval for node in nodes(value) if isinstance(node, ast.FuncCall)}
        if mask == "day" and ty == "date":
            return
        if wanted is None or wanted not in calls:
            raise Wrong(f"the column {name} without its mask")


class Redshift:
    """What its own grammar refuses, what is not there on its compute nodes, and the same duties of each table."""

    NEVER = (
        exp.Lateral, exp.Array, exp.ArrayAgg, exp.Filter, exp.Unnest, exp.With, exp.Command, exp.Values, exp.GenerateSeries,
        exp.Parameter, exp.Placeholder, exp.Explode, exp.Qualify, exp.Pivot, exp.Star,
    )
    FUNCTIONS = {
        "any_value", "avg", "length", "count", "max", "min", "sum", "stddev_pop", "stddev_samp", "variance", "variance_pop", "hll",
        "group_concat", "percentile_cont", "logical_or", "logical_and", "coalesce", "lower", "upper", "trim", "left", "right", "replace",
        "timestamp_trunc", "date_trunc", "ts_or_ds_add", "ts_or_ds_diff", "grouping", "sha2", "greatest", "least", "rank", "dense_rank",
        "row_number", "ntile", "lag", "lead", "first_value", "last_value", "nth_value", "percent_rank", "cume_dist", "stddev", "cast",
        "and", "or", "case", "if", "exists", "approx_distinct", "cast_to_str_type", "ltrim", "rtrim", "variance_samp",
    }

    def __init__(self, known):
        self.known = known
        self.tables = 0

    def judge(self, role, user, text):
        statements = sqlglot.parse(text, read="redshift", error_level=sqlglot.ErrorLevel.RAISE)
        if len(statements) != 1 or not isinstance(statements[0], (exp.Select, exp.Union)):
            raise Wrong("something else than one SELECT")
        tree = statements[0]
        if any(node.comments for node in tree.walk()):
            raise Wrong("a comment")
        for node in tree.walk():
            if isinstance(node, self.NEVER) and not (isinstance(node, exp.Star) and isinstance(node.parent, exp.Count)):
                raise Wrong(f"a {type(node).__name__}")
            if isinstance(node, exp.Distinct) and node.args.get("on"):
                raise Wrong("DISTINCT ON")
            if isinstance(node, exp.Anonymous):
                raise Wrong(f"the function {node.name}")
            if isinstance(node, exp.Func) and node.sql_names()[0].lower() not in self.FUNCTIONS:
                raise Wrong(f"the function {node.sql_names()[0]}")
        for table in tree.find_all(exp.Table):
            self.leaf(role, user, table)
            self.tables += 1

    def leaf(self, role, user, table):
        grant = self.known.get((role, f"{table.db}.{table.name}"))
        if grant is None or table.alias or table.catalog:
            raise Wrong(f"the table {table.db}.{table.name}")
        select = table.find_ancestor(exp.Select)
        if select.args.get("from_").this is not table or select.args.get("joins") or select.args.get("group"):
            raise Wrong("a table outside a sub-select of its own")
        where = select.args.get("where")
        predicates = [] if where is None else [part.unnest() for part in self.flat(where.this)]
        if grant["window"]:
            column, time = grant["partition"]["column"], grant["partition"].get("of", grant["partition"]["column"])
            has = lambda kind, name: any(self.is_side(predicate, kind, name) for predicate in predicates)
            if not has(exp.GTE, column) or has(exp.LT, time) and not has(exp.GTE, time):
                raise Wrong("no window")
        if grant["rows"] is not None:
            policy = re.sub(r"\bcurrent_user\b", "'" + user.replace("'", "''") + "'", grant["rows"])
            policy = sqlglot.parse_one(CLOCK.sub("'CLOCK'", policy), read="redshift")
            texts = [self.plain(predicate) for predicate in predicates]
            for part in self.flat(policy):
                if self.plain(part) not in texts:
                    raise Wrong(f"the row filter {self.plain(part)} is missing among {texts}")
        for item in select.expressions:
            names = {column.name for column in item.find_all(exp.Column)}
            masked = names & set(grant["masks"])
            if not names <= grant["columns"]:
                raise Wrong(f"the columns {names}")
            calls = [node for node in item.find_all(exp.Func) if not isinstance(node, exp.Cast)]
            if bool(masked) != bool(calls) and not all(grant["types"][name] == "date" for name in masked):
                raise Wrong(f"a column without its mask, or one that is computed: {item.sql()}")

    @staticmethod
    def flat(node):
        while isinstance(node, exp.Paren):
            node = node.this
        if isinstance(node, exp.And):
            return Redshift.flat(node.left) + Redshift.flat(node.right)
        return [node]

    @staticmethod
    def is_side(predicate, kind, column):
        left = predicate.this if isinstance(predicate, kind) else None
        return isinstance(left, exp.Column) and left.name == column and isinstance(predicate.expression, exp.Cast)

    @staticmethod
    def plain(node):
        copy = node.copy()
        for name in copy.find_all(exp.Identifier):
            name.set("quoted", False)
        text = copy.sql(dialect="redshift").replace("(", "").replace(")", "")
        return re.sub(r"CAST'\d{4}-[^']*' AS (TIMESTAMP WITH TIME ZONE|TIMESTAMPTZ|TIMESTAMP|DATE)", "'CLOCK'", text)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--functions", required=True)
    arguments.add_argument("--policies", action="append", required=True)
    arguments = arguments.parse_args()
    # Before its first family the page tells what is refused.
    page = pathlib.Path(arguments.functions).read_text().split("\n## Comparison\n")[1]
    functions = set(re.findall(r"^\| `([a-z_0-9]+)`", page, re.MULTILINE)) | OWN
    known = policies(arguments.policies)
    judges = {"postgres": Postgres(known, functions), "redshift": Redshift(known)}
    wrong, count = 0, dict.fromkeys(judges, 0)
    for line in sys.stdin:
        case = json.loads(line)
        try:
            judges[case["dialect"]].judge(case["role"], case["user"], case["text"])
            count[case["dialect"]] += 1
        except (Wrong, pglast.parser.ParseError, sqlglot.errors.SqlglotError) as error:
            wrong += 1
            print(f"{case['dialect']}: {error}\n    {case['text']}")
    for name, judge in judges.items():
        print(f"{name}: {count[name]} texts, {judge.tables} tables")
    sys.exit(1 if wrong else 0)


main()
