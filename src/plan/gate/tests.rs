//! Plans that no binder makes, aimed at gate 2.

use super::*;
use crate::functions::testing;
use crate::plan::binder::Binder;
use crate::plan::governed::Sources;
use crate::plan::scope::NoRelations;
use crate::plan::testing::{ALL, Lake, grant, lake, role};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::common::{DFSchema, Spans};
use datafusion::datasource::{MemTable, provider_as_source};
use datafusion::functions_aggregate::array_agg::array_agg_udaf;
use datafusion::functions_aggregate::count::count_udaf;
use datafusion::functions_aggregate::expr_fn::{array_agg, count};
use datafusion::logical_expr::expr::{SetComparison, SetQuantifier, WindowFunction};
use datafusion::logical_expr::{
    DdlStatement, DescribeTable, DropTable, Extension, LogicalPlanBuilder, Operator, Subquery, SubqueryAlias,
    UserDefinedLogicalNodeCore, col, exists, in_subquery, lit, scalar_subquery,
};
use guard::admit::{Asking, admit};
use guard::policy::{Policy, RelationName, Revoked, Role};
use std::collections::BTreeMap;
use std::fmt;

/// A lake, and what a user of that name under that version of the policy may read of it.
struct Scene {
    lake: Lake,
    role: Arc<Role>,
}

fn name() -> RelationName {
    RelationName { schema: "exp".to_owned(), name: "flags".to_owned() }
}

impl Scene {
    async fn new() -> Self {
        let lake = lake().await;
        let grants = [(name(), grant(&lake.table, &ALL, &[], false))].into();
        Self { role: Arc::new(Role { grants, ..role(None, None) }), lake }
    }

    fn permit(&self, user: &str, version: &str, sql: &str) -> Permit {
        let policy = Policy {
            version: version.to_owned(),
            tables: BTreeMap::new(),
            roles: BTreeMap::new(),
            places: Default::default(),
        };
        let asking = Asking {
            user,
            role: &self.role,
            policy: &policy,
            system: &crate::catalog::System,
            functions: &crate::functions::Catalogue,
            search_path: &[],
            database: "tollgate",
        };
        let parsed = guard::parse::parse(sql, &guard::parse::StatementLimits::default()).unwrap();
        admit(parsed.first().unwrap(), &asking).unwrap().permit().clone()
    }

    fn own(&self) -> Permit {
        self.permit("ann", "1", "SELECT 1 FROM exp.flags")
    }

    fn scan(&self, permit: &Permit) -> LogicalPlanBuilder {
        let sources: &dyn Sources = &self.lake;
        let relation = GovernedRelation::under(permit, &name(), sources, &testing::context()).unwrap();
        LogicalPlanBuilder::scan("t", relation.into_source(), None).unwrap()
    }

    fn verdict(&self, plan: &LogicalPlan) -> Result<usize, String> {
        verdict(plan, &self.own())
    }
}

/// How many scans passed, or what the log is told.
fn verdict(plan: &LogicalPlan, permit: &Permit) -> Result<usize, String> {
    check(plan, permit, &Handed::default()).map(|scans| scans.len()).map_err(|error| {
        assert_eq!(error.sqlstate().code(), "XX000");
        assert_eq!(error.report().message, "internal error", "the client is told nothing of it");
        error.report().cause.as_ref().unwrap().to_string()
    })
}

fn raw() -> LogicalPlan {
    let schema = Arc::new(Schema::new(vec![Field::new("id", DataType::Int64, true)]));
    let table = MemTable::try_new(schema, vec![vec![]]).unwrap();
    LogicalPlanBuilder::scan("raw", provider_as_source(Arc::new(table)), None).unwrap().build().unwrap()
}

/// What gate 2 says of a statement without tables that gate 1 did not look at, for a role from which a function is revoked.
fn verdict_without(scene: &Scene, sql: &str, revoked: &str) -> Result<(), String> {
    let query = guard::parse::parse(sql, &guard::parse::StatementLimits::default()).unwrap();
    let context = testing::context();
    let (plan, _) = Binder::new(&context, &NoRelations, sql).statement(query[0].query().unwrap()).unwrap();
    let revoked = Revoked { functions: [revoked.to_owned()].into(), ..Revoked::default() };
    let scene = Scene { role: Arc::new(Role { revoked, ..role(None, None) }), lake: scene.lake.clone() };
    let permit = scene.permit("ann", "1", "SELECT 1");
    check(&plan, &permit, &Handed::default()).map(|_| ()).map_err(|error| error.sqlstate().code().to_owned())
}

#[tokio::test]
async fn a_revoked_function_is_known_by_postgresqls_name_whoever_carries_it_out() {
    let scene = Scene::new().await;
    let values = "(VALUES ('a', 1, date '2025-06-01')) AS v(t, n, d)";
    for (name, call) in [
        ("lower", "lower(t)"),
        ("timezone", "d::timestamptz AT TIME ZONE t"),
        ("substring", "substring(t FROM n)"),
        ("btrim", "trim(t)"),
        ("overlay", "overlay(t PLACING t FROM n)"),
        ("is_normalized", "t IS NORMALIZED"),
        ("current_setting", "current_setting(t)"),
        ("string_agg", "string_agg(DISTINCT t, ',')"),
        ("sum", "sum(n)"),
        ("percentile_cont", "percentile_cont(0.5) WITHIN GROUP (ORDER BY n)"),
        ("avg", "avg(n) OVER (ORDER BY d)"),
        ("lag", "lag(t) OVER (ORDER BY d)"),
        ("ntile", "ntile(2) OVER (ORDER BY d)"),
        ("max", "max(n) OVER (ORDER BY d RANGE BETWEEN interval '1 month' PRECEDING AND CURRENT ROW)"),
        ("last_value", "last_value(n) OVER (ORDER BY d RANGE BETWEEN interval '1 month' PRECEDING AND CURRENT ROW)"),
    ] {
        let verdict = |revoked: &str| verdict_without(&scene, &format!("SELECT {call} FROM {values}"), revoked);
        assert_eq!(verdict(name).err().as_deref(), Some("42501"), "{call}");
        assert!(verdict("upper").is_ok(), "{call}");
    }
    // What the binder makes of other syntax was not called.
    for (name, call) in [
        ("count", "EXISTS (SELECT 1 WHERE n > 1)"),
        ("count", "n > ALL (SELECT 2)"),
        ("row_number", "(SELECT x FROM (VALUES (1), (2)) AS w(x) WHERE x < n ORDER BY x LIMIT 1)"),
        ("first_value", "(SELECT w.x FROM (VALUES (1)) AS w(x) WHERE w.x = n)"),
        ("cardinality", "n = ANY (ARRAY[n, 1])"),
        ("generate_series", "n = ANY (ARRAY[n, 1])"),
        ("coalesce", "ARRAY(SELECT n)"),
        ("array_agg", "ARRAY(SELECT n)"),
        ("count", "dense_rank(1.5) WITHIN GROUP (ORDER BY n)"),
        ("to_json", "json_agg(n)"),
        ("to_jsonb", "jsonb_object_agg(t, n)"),
    ] {
        assert_eq!(verdict_without(&scene, &format!("SELECT {call} FROM {values}"), name), Ok(()), "{call}");
    }
}

#[tokio::test]
async fn what_the_permit_grants_passes() {
    let scene = Scene::new().await;
    let permit = scene.own();
    let plan = scene.scan(&permit).filter(col("id").gt(lit(3_i64))).unwrap();
    let plan = plan.aggregate(vec![col("namespace")], vec![count(col("id"))]).unwrap().build().unwrap();
    assert_eq!(scene.verdict(&plan), Ok(1));
    let values = LogicalPlanBuilder::values(vec![vec![lit(1_i64)]]).unwrap().build().unwrap();
    assert_eq!(scene.verdict(&values), Ok(0));
}

#[tokio::test]
async fn a_table_that_is_not_governed_is_refused_wherever_it_stands() {
    let scene = Scene::new().await;
    let permit = scene.own();
    let scan = || scene.scan(&permit);
    let hidden = || Arc::new(raw());
    let any_of = |plan| {
        let subquery = Subquery { subquery: plan, outer_ref_columns: vec![], spans: Spans::new() };
        Expr::SetComparison(SetComparison::new(Box::new(col("id")), subquery, Operator::Gt, SetQuantifier::Any))
    };
    let plans = [
        raw(),
        scan().cross_join(raw()).unwrap().build().unwrap(),
        scan().project(vec![col("id")]).unwrap().union(raw()).unwrap().build().unwrap(),
        scan().filter(exists(hidden())).unwrap().build().unwrap(),
        scan().filter(in_subquery(col("id"), hidden())).unwrap().build().unwrap(),
        scan().filter(scalar_subquery(hidden()).gt(col("id"))).unwrap().build().unwrap(),
        scan().project(vec![scalar_subquery(hidden()).alias("x")]).unwrap().build().unwrap(),
        scan().filter(any_of(hidden())).unwrap().build().unwrap(),
        scan()
            .filter(col("id").gt(lit(1_i64)).and(datafusion::logical_expr::not(exists(hidden()))))
            .unwrap()
            .build()
            .unwrap(),
        scan().sort(vec![scalar_subquery(hidden()).sort(true, false)]).unwrap().build().unwrap(),
        scan().aggregate(vec![scalar_subquery(hidden()).alias("k")], vec![count(lit(1))]).unwrap().build().unwrap(),
    ];
    for plan in plans {
        let refusal = scene.verdict(&plan).unwrap_err();
        assert!(refusal.starts_with("gate 2: a "), "{refusal}: {plan}");
    }
}

#[tokio::test]
async fn a_filter_inside_a_scan_is_walked_too() {
    let scene = Scene::new().await;
    let LogicalPlan::TableScan(mut scan) = scene.scan(&scene.own()).build().unwrap() else { panic!("a scan") };
    scan.filters.push(exists(Arc::new(raw())));
    assert!(scene.verdict(&LogicalPlan::TableScan(scan)).is_err());
}

#[tokio::test]
async fn a_relation_of_another_permit_is_refused() {
    let scene = Scene::new().await;
    let own = scene.own();
    let other_lake = lake().await;
    let cases = [
        ("another user", scene.permit("bob", "1", "SELECT 1 FROM exp.flags")),
        ("another version", scene.permit("ann", "2", "SELECT 1 FROM exp.flags")),
    ];
    for (what, permit) in cases {
        let plan = scene.scan(&permit).build().unwrap();
        assert_eq!(verdict(&plan, &permit), Ok(1), "{what}");
        assert_eq!(scene.verdict(&plan), Err("gate 2: a relation outside the permit".to_owned()), "{what}");
    }
    // The same name and columns, granted to somebody else.
    let grants = [(name(), grant(&other_lake.table, &ALL, &[], false))].into();
    let other_role = Scene { role: Arc::new(Role { grants, ..role(None, None) }), lake: other_lake };
    let plan = other_role.scan(&other_role.own()).build().unwrap();
    assert!(verdict(&plan, &own).is_err());
    // A statement that does not name the relation.
    let plan = scene.scan(&own).build().unwrap();
    assert!(verdict(&plan, &scene.permit("ann", "1", "SELECT 1")).is_err());
}

fn over_all(function: Arc<datafusion::logical_expr::AggregateUDF>, argument: Expr) -> Expr {
    Expr::from(WindowFunction::new(WindowFunctionDefinition::AggregateUDF(function), vec![argument]))
}

#[tokio::test]
async fn an_aggregate_of_the_catalogue_may_be_a_window_function() {
    let scene = Scene::new().await;
    let permit = scene.own();
    let plan = scene.scan(&permit).window(vec![over_all(count_udaf(), col("id"))]).unwrap().build().unwrap();
    assert_eq!(scene.verdict(&plan), Ok(1));
}

#[tokio::test]
async fn a_system_relation_is_the_one_that_was_handed_out_and_that_the_statement_names() {
    let scene = Scene::new().await;
    let source = || {
        let schema = Arc::new(Schema::new(vec![Field::new("oid", DataType::Int64, true)]));
        provider_as_source(Arc::new(MemTable::try_new(schema, vec![vec![]]).unwrap()))
    };
    let class = RelationName { schema: "pg_catalog".to_owned(), name: "pg_class".to_owned() };
    let names_it = scene.permit("ann", "1", "SELECT 1 FROM pg_class");
    assert!(names_it.system_relations().contains(&class));
    let names_another = scene.permit("ann", "1", "SELECT 1 FROM pg_type");
    let (handed, like_it) = (source(), source());
    let verdict = |scanned: &Arc<dyn datafusion::logical_expr::TableSource>, permit: &Permit| {
        let plan = LogicalPlanBuilder::scan("pg_class", Arc::clone(scanned), None).unwrap().build().unwrap();
        check(&plan, permit, &Handed(vec![(class.clone(), Arc::clone(&handed))])).map(|scans| scans.len())
    };
    assert_eq!(verdict(&handed, &names_it).ok(), Some(0));
    for refusal in [verdict(&like_it, &names_it), verdict(&handed, &names_another)] {
        assert_eq!(refusal.unwrap_err().report().rule, Some("gate-meaning"));
    }
}

#[tokio::test]
async fn functions_outside_the_catalogue_are_refused() {
    let scene = Scene::new().await;
    let permit = scene.own();
    let scan = || scene.scan(&permit);
    let unknown = datafusion::functions::core::expr_fn::arrow_typeof(lit(1_i64));
    let plans = [
        scan().project(vec![unknown.clone().alias("x")]).unwrap().build().unwrap(),
        scan().filter(unknown.clone().eq(lit("x"))).unwrap().build().unwrap(),
        scan().aggregate(vec![col("id")], vec![array_agg(col("namespace"))]).unwrap().build().unwrap(),
        scan().aggregate(vec![unknown.clone()], vec![count(col("id"))]).unwrap().build().unwrap(),
        scan().aggregate(vec![col("id")], vec![count(unknown)]).unwrap().build().unwrap(),
        scan().window(vec![datafusion::functions_window::expr_fn::ntile(lit(2_i64))]).unwrap().build().unwrap(),
        scan().window(vec![over_all(array_agg_udaf(), col("namespace"))]).unwrap().build().unwrap(),
    ];
    for plan in plans {
        assert_eq!(scene.verdict(&plan), Err("gate 2: a function outside the catalogue".to_owned()), "{plan}");
    }
}

#[derive(Debug, PartialEq, Eq, Hash, PartialOrd)]
struct Node(LogicalPlan);

impl UserDefinedLogicalNodeCore for Node {
    fn name(&self) -> &str {
        "Node"
    }

    fn inputs(&self) -> Vec<&LogicalPlan> {
        Vec::new()
    }

    fn schema(&self) -> &datafusion::common::DFSchemaRef {
        self.0.schema()
    }

    fn expressions(&self) -> Vec<Expr> {
        Vec::new()
    }

    fn fmt_for_explain(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Node")
    }

    fn with_exprs_and_inputs(&self, _: Vec<Expr>, _: Vec<LogicalPlan>) -> datafusion::error::Result<Self> {
        Ok(Self(self.0.clone()))
    }
}

#[tokio::test]
async fn nodes_that_no_statement_has_are_refused() {
    let scene = Scene::new().await;
    let scan = Arc::new(scene.scan(&scene.own()).build().unwrap());
    let schema = Arc::new(DFSchema::empty());
    let plans = [
        LogicalPlan::Extension(Extension { node: Arc::new(Node(raw())) }),
        LogicalPlan::SubqueryAlias(SubqueryAlias::try_new(Arc::clone(&scan), "a").unwrap()),
        LogicalPlanBuilder::from(Arc::clone(&scan)).explain(false, false).unwrap().build().unwrap(),
        LogicalPlanBuilder::from(Arc::clone(&scan)).explain(false, true).unwrap().build().unwrap(),
        LogicalPlan::Ddl(DdlStatement::DropTable(DropTable {
            name: "exp.flags".into(),
            if_exists: true,
            schema: Arc::clone(&schema),
        })),
        LogicalPlan::DescribeTable(DescribeTable { schema: Arc::new(Schema::empty()), output_schema: schema }),
    ];
    for plan in plans {
        assert_eq!(scene.verdict(&plan), Err("gate 2: a node that no statement has".to_owned()), "{plan}");
    }
}

#[tokio::test]
async fn a_work_table_is_read_in_its_own_query_alone() {
    let scene = Scene::new().await;
    let schema = Arc::new(Schema::new(vec![Field::new("n", DataType::Int64, true)]));
    let work = |name: &str| {
        let table = Arc::new(CteWorkTable::new(name, Arc::clone(&schema)));
        LogicalPlanBuilder::scan(name, provider_as_source(table), None).unwrap().build().unwrap()
    };
    let first = || LogicalPlanBuilder::values(vec![vec![lit(1_i64)]]).unwrap();
    let recursive = |name: &str, term: LogicalPlan| first().to_recursive_query(name.to_owned(), term, false).unwrap();
    assert_eq!(scene.verdict(&recursive("w", work("w")).build().unwrap()), Ok(0));
    let within = recursive("v", work("w")).build().unwrap();
    let outside = Err("gate 2: a work table outside its query".to_owned());
    assert_eq!(scene.verdict(&recursive("w", within).build().unwrap()), Ok(0), "one query within another");
    for plan in [
        work("w"),
        recursive("w", work("v")).build().unwrap(),
        recursive("w", work("w")).union(work("w")).unwrap().build().unwrap(),
    ] {
        assert_eq!(scene.verdict(&plan), outside, "{plan}");
    }
    // A table is no work table by its name, and the first term is walked as the others are.
    let named = |name: &str| {
        let table = MemTable::try_new(Arc::clone(&schema), vec![vec![]]).unwrap();
        LogicalPlanBuilder::scan(name, provider_as_source(Arc::new(table)), None).unwrap()
    };
    let first_term = named("raw").to_recursive_query("w".to_owned(), work("w"), false).unwrap().build().unwrap();
    for plan in [recursive("w", named("w").build().unwrap()).build().unwrap(), first_term] {
        assert_eq!(scene.verdict(&plan), Err("gate 2: a system relation outside the permit".to_owned()), "{plan}");
    }
}

#[tokio::test]
async fn expressions_that_no_statement_has_are_refused() {
    let scene = Scene::new().await;
    let LogicalPlan::TableScan(scan) = scene.scan(&scene.own()).build().unwrap() else { panic!("a scan") };
    let with = |expr: Expr| {
        let mut scan = scan.clone();
        scan.filters = vec![expr];
        scene.verdict(&LogicalPlan::TableScan(scan))
    };
    #[expect(deprecated, reason = "named so that it is refused")]
    let wildcard = Expr::Wildcard { qualifier: None, options: Box::default() };
    assert_eq!(with(wildcard), Err("gate 2: a wildcard".to_owned()));
    let variable = Expr::ScalarVariable(Arc::new(Field::new("v", DataType::Int64, true)), vec!["@v".to_owned()]);
    let unnest = datafusion::logical_expr::unnest(col("id"));
    for expr in [variable.clone(), unnest, col("id").eq(variable)] {
        assert_eq!(with(expr), Err("gate 2: an expression that no statement has".to_owned()));
    }
}

/// A plan may not look names up by the values of its rows: which of them are there would tell of hidden objects, row by row.
#[tokio::test]
async fn a_name_is_not_looked_up_by_the_values_of_a_table() {
    use datafusion::sql::sqlparser::{dialect::PostgreSqlDialect, parser::Parser};
    let scene = Scene::new().await;
    let permit = scene.own();
    let raw = crate::plan::governed::RawTable::resolve(Arc::clone(&scene.lake.table)).unwrap();
    let filtered = |text: &str| {
        let ast = Parser::new(&PostgreSqlDialect {}).try_with_sql(text).unwrap().parse_expr().unwrap();
        let expr = crate::plan::bind_over_table(&ast, raw.columns(), &testing::context()).unwrap().expr;
        let plan = scene.scan(&permit).filter(expr).unwrap().build().unwrap();
        check(&plan, &permit, &Handed::default()).map(|scans| scans.len())
    };
    for text in [
        "namespace::regtype IS NULL",
        "to_regclass(namespace) IS NOT NULL",
        "(namespace || 'x')::regclass IS NULL",
        "namespace::regnamespace = 1::oid",
        "namespace::regtype IS NULL AND to_regclass(namespace) IS NULL",
    ] {
        let error = filtered(text).unwrap_err();
        assert_eq!((error.sqlstate().code(), error.report().rule), ("0A000", Some("catalog-lookup")), "{text}");
        assert_eq!(error.report().message, "objects can't be looked up by the values of a table's rows");
        assert!(error.report().detail.is_some());
        assert_eq!(error.report().hint.as_deref(), Some("Write the name as a constant."));
    }
    // A constant is looked up once, and a number is no name.
    for text in [
        "to_regclass('pg_class') IS NULL",
        "id::oid::regclass IS NULL",
        "id::oid::regclass::oid = 1::oid",
        "namespace = 'x'",
    ] {
        assert_eq!(filtered(text).ok(), Some(1), "{text}");
    }
}
