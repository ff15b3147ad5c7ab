//! What EXECUTE says of a prepared statement: its arguments as a query of their own, and the query that EXPLAIN EXECUTE is about.
//!
//! Comes in: what [`parse`](super::parse) made. Goes out: a [`Parsed`] put together from its parts, for the gates to look at like any other. Must never: add a word that no client wrote.

use super::query::{empty_select, plain_query};
use super::statement::{Execute, Explain, ExplainTarget, Statement};
use super::{Directives, Parsed};
use sqlparser::ast::helpers::attached_token::AttachedToken;
use sqlparser::ast::{self, CastKind, Expr, SelectItem, SetExpr};

impl Parsed {
    /// What is executed, or explained as it would be executed.
    #[must_use]
    pub fn execution(&self) -> Option<&Execute> {
        match &self.statement {
            Statement::Execute(execute)
            | Statement::Explain(Explain { options: _, target: ExplainTarget::Execute(execute) }) => Some(execute),
            _ => None,
        }
    }

    /// `SELECT argument, …` of the arguments with these numbers, from 0, each cast to a type where one is given. `None` if this executes nothing, or there is no such argument.
    #[must_use]
    pub fn arguments(&self, wanted: &[(usize, Option<ast::DataType>)]) -> Option<Parsed> {
        let execute = self.execution()?;
        let mut select = empty_select(AttachedToken::empty());
        for (at, data_type) in wanted {
            let argument = execute.arguments.get(*at)?.clone();
            let expr = match data_type {
                None => argument,
                Some(data_type) => Expr::Cast {
                    kind: CastKind::Cast,
                    expr: Box::new(argument),
                    data_type: data_type.clone(),
                    array: false,
                    format: None,
                },
            };
            select.projection.push(SelectItem::UnnamedExpr(expr));
        }
        let query = plain_query(SetExpr::Select(Box::new(select)));
        Some(Parsed {
            text: self.text.clone(),
            statement: Statement::Query(query),
            directives: self.directives.clone(),
        })
    }

    /// EXPLAIN, with the options of this EXPLAIN EXECUTE, of the query in `prepared`; its directives count, and `prepared`'s where it has none.
    #[must_use]
    pub fn explaining(&self, prepared: &Parsed) -> Option<Parsed> {
        let Statement::Explain(Explain { options, target: ExplainTarget::Execute(_) }) = &self.statement else {
            return None;
        };
        let query = Box::new(prepared.query()?.clone());
        let statement = Statement::Explain(Explain { options: *options, target: ExplainTarget::Query(query) });
        let directives = self.directives_or(prepared);
        Some(Parsed { text: prepared.text.clone(), statement, directives })
    }

    /// `prepared` under the directives of this EXECUTE. `None` if there are none, so that it runs as it was prepared.
    #[must_use]
    pub fn executing(&self, prepared: &Parsed) -> Option<Parsed> {
        let Statement::Execute(_) = &self.statement else { return None };
        let directives = self.directives_or(prepared);
        (directives != prepared.directives).then(|| Parsed { directives, ..prepared.clone() })
    }

    fn directives_or(&self, prepared: &Parsed) -> Directives {
        let own = &self.directives;
        if *own == Directives::default() { prepared.directives.clone() } else { own.clone() }
    }
}
