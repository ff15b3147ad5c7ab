//! FROM: what is read.

use super::names::{identifier, idents};
use super::{Walk, not_offered, position};
use crate::Refusal;
use sqlparser::ast::{
    FunctionArg, Join, JoinConstraint, JoinOperator, ObjectName, TableFactor, TableFunctionArgs, TableWithJoins,
};

impl Walk<'_> {
    pub(super) fn table_with_joins(&mut self, table: &TableWithJoins) -> Result<(), Refusal> {
        let TableWithJoins { relation, joins } = table;
        self.table_factor(relation)?;
        joins.iter().try_for_each(|join| self.join(join))
    }

    fn join(&mut self, join: &Join) -> Result<(), Refusal> {
        let Join { relation, global, join_operator } = join;
        if *global {
            return Err(not_offered("GLOBAL JOIN", None));
        }
        self.table_factor(relation)?;
        match join_operator {
            JoinOperator::Join(constraint)
            | JoinOperator::Inner(constraint)
            | JoinOperator::Left(constraint)
            | JoinOperator::LeftOuter(constraint)
            | JoinOperator::Right(constraint)
            | JoinOperator::RightOuter(constraint)
            | JoinOperator::FullOuter(constraint)
            | JoinOperator::CrossJoin(constraint) => self.join_constraint(constraint),
            JoinOperator::Semi(_)
            | JoinOperator::LeftSemi(_)
            | JoinOperator::RightSemi(_)
            | JoinOperator::Anti(_)
            | JoinOperator::LeftAnti(_)
            | JoinOperator::RightAnti(_)
            | JoinOperator::CrossApply
            | JoinOperator::OuterApply
            | JoinOperator::AsOf { .. }
            | JoinOperator::StraightJoin(_)
            | JoinOperator::ArrayJoin
            | JoinOperator::LeftArrayJoin
            | JoinOperator::InnerArrayJoin => Err(not_offered("such a JOIN", None)),
        }
    }

    fn join_constraint(&mut self, constraint: &JoinConstraint) -> Result<(), Refusal> {
        match constraint {
            JoinConstraint::On(expr) => self.expr(expr),
            JoinConstraint::Using(columns) => columns.iter().try_for_each(|column| match idents(column)?.as_slice() {
                [column] => identifier(column),
                _ => Err(not_offered("such a USING", None)),
            }),
            JoinConstraint::Natural | JoinConstraint::None => Ok(()),
        }
    }

    fn table_factor(&mut self, factor: &TableFactor) -> Result<(), Refusal> {
        match factor {
            TableFactor::Table {
                name,
                alias,
                args,
                with_hints,
                version,
                with_ordinality,
                partitions,
                json_path,
                sample,
                index_hints,
            } => {
                let at = idents(name)?.first().and_then(|first| position(first.span));
                let foreign = !with_hints.is_empty()
                    || version.is_some()
                    || !partitions.is_empty()
                    || json_path.is_some()
                    || sample.is_some()
                    || !index_hints.is_empty();
                if foreign || (args.is_none() && *with_ordinality) {
                    return Err(not_offered("such a table", at));
                }
                match args {
                    None => self.relation(name)?,
                    Some(TableFunctionArgs { args, settings: None }) => self.function_in_from(name, args)?,
                    Some(TableFunctionArgs { args: _, settings: Some(_) }) => {
                        return Err(not_offered("such a table function", at));
                    }
                }
                alias.as_ref().map_or(Ok(()), |alias| self.alias(alias))
            }
            TableFactor::Derived { lateral: _, subquery, alias, sample } => {
                if sample.is_some() {
                    return Err(not_offered("a sample", None));
                }
                self.query(subquery)?;
                alias.as_ref().map_or(Ok(()), |alias| self.alias(alias))
            }
            TableFactor::Function { lateral: _, name, args, with_ordinality: _, alias } => {
                self.function_in_from(name, args)?;
                alias.as_ref().map_or(Ok(()), |alias| self.alias(alias))
            }
            TableFactor::UNNEST { alias, array_exprs, with_offset, with_offset_alias, with_ordinality: _ } => {
                if *with_offset || with_offset_alias.is_some() {
                    return Err(not_offered("UNNEST … WITH OFFSET", None));
                }
                self.may_call("unnest")?;
                self.exprs(array_exprs)?;
                alias.as_ref().map_or(Ok(()), |alias| self.alias(alias))
            }
            TableFactor::NestedJoin { table_with_joins, alias } => {
                self.table_with_joins(table_with_joins)?;
                alias.as_ref().map_or(Ok(()), |alias| self.alias(alias))
            }
            TableFactor::TableFunction { .. }
            | TableFactor::JsonTable { .. }
            | TableFactor::OpenJsonTable { .. }
            | TableFactor::Pivot { .. }
            | TableFactor::Unpivot { .. }
            | TableFactor::MatchRecognize { .. }
            | TableFactor::XmlTable { .. }
            | TableFactor::SemanticView { .. } => Err(not_offered("such a FROM item", None)),
        }
    }

    fn function_in_from(&mut self, name: &ObjectName, args: &[FunctionArg]) -> Result<(), Refusal> {
        self.function_name(name)?;
        self.arguments(args)
    }
}
