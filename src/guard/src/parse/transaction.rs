//! BEGIN, COMMIT, ROLLBACK, savepoints, and the modes of transactions.

use super::reader::{Parse, Reader};
use super::refused;
use super::statement::{Isolation, Statement, TransactionModes};

impl Reader<'_> {
    pub(super) fn transaction(&mut self, word: &str) -> Parse<Statement> {
        let position = self.position();
        self.advance();
        match word {
            "begin" => {
                self.work();
                self.optional_modes().map(Statement::Begin)
            }
            "start" => {
                self.expect("transaction")?;
                self.optional_modes().map(Statement::Begin)
            }
            "savepoint" => self.own_name().map(Statement::Savepoint),
            "release" => {
                self.savepoint_word();
                self.own_name().map(Statement::Release)
            }
            _ => {
                let rolls_back = matches!(word, "rollback" | "abort");
                if self.is("prepared") && matches!(word, "commit" | "rollback") {
                    let what = if rolls_back { "ROLLBACK PREPARED" } else { "COMMIT PREPARED" };
                    return Err(refused::read_only(what, position));
                }
                self.work();
                if word == "rollback" && self.take("to") {
                    self.savepoint_word();
                    return self.own_name().map(Statement::RollbackTo);
                }
                let chain = self.chain()?;
                Ok(if rolls_back { Statement::Rollback { chain } } else { Statement::Commit { chain } })
            }
        }
    }

    fn work(&mut self) {
        let _ = self.take("work") || self.take("transaction");
    }

    /// SAVEPOINT, unless it is the savepoint's own name.
    fn savepoint_word(&mut self) {
        if self.is("savepoint") && self.lexemes.len() > self.at + 2 {
            self.advance();
        }
    }

    fn chain(&mut self) -> Parse<bool> {
        if !self.take("and") {
            return Ok(false);
        }
        let chain = !self.take("no");
        self.expect("chain")?;
        Ok(chain)
    }

    fn optional_modes(&mut self) -> Parse<TransactionModes> {
        if self.at_end() { Ok(TransactionModes::default()) } else { self.modes() }
    }

    /// One or more modes, with or without commas between.
    pub(super) fn modes(&mut self) -> Parse<TransactionModes> {
        let mut modes = TransactionModes::default();
        loop {
            if self.take_all(&["isolation", "level"]) {
                modes.isolation = Some(self.isolation()?);
            } else if self.take_all(&["read", "only"]) {
                modes.read_write = Some(false);
            } else if self.take_all(&["read", "write"]) {
                modes.read_write = Some(true);
            } else if self.take("deferrable") {
                modes.deferrable = Some(true);
            } else if self.take_all(&["not", "deferrable"]) {
                modes.deferrable = Some(false);
            } else {
                return Err(self.error());
            }
            if !self.take_mark(",") && self.at_end() {
                return Ok(modes);
            }
        }
    }

    fn isolation(&mut self) -> Parse<Isolation> {
        for (words, level) in [
            (&["read", "uncommitted"][..], Isolation::ReadUncommitted),
            (&["read", "committed"], Isolation::ReadCommitted),
            (&["repeatable", "read"], Isolation::RepeatableRead),
            (&["serializable"], Isolation::Serializable),
        ] {
            if self.take_all(words) {
                return Ok(level);
            }
        }
        Err(self.error())
    }
}
