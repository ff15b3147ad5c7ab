//! The C library's allocator, told to give large pieces of memory back.
//!
//! Comes in: the process as it was started. Goes out: the same process, under a fixed threshold for mapped memory. Must never: keep a command from running.
//!
//! glibc maps a piece of 128 KiB or more on its own and gives it back when it is freed; but with each one freed it raises that threshold, up to 32 MiB, and then keeps such pieces in the pools of
//! its threads. A scan frees a column's chunk for each row group, and a COPY of 20 million rows held 290 to 390 MiB where it needed less than 180. Only the process's environment can fix the
//! threshold without a call that Rust takes for unsafe; jemalloc and mimalloc held more than glibc does.

/// Starts the program again under the threshold, as the same process with the same arguments, unless the environment says already how the allocator is to work. Comes back where that is so, where
/// the C library is another one, and where the system does not let it.
pub fn give_back_large_pieces() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        use std::os::unix::process::CommandExt;

        const THRESHOLD: &str = "MALLOC_MMAP_THRESHOLD_";
        /// glibc's own beginning, which it keeps once it is set.
        const BYTES: &str = "131072";

        let is_set = |name: &str| std::env::var_os(name).is_some();
        if is_set(THRESHOLD) || is_set("GLIBC_TUNABLES") {
            return;
        }
        let mut arguments = std::env::args_os();
        if let (Ok(program), Some(name)) = (std::env::current_exe(), arguments.next()) {
            // An error is all that comes back: it runs on as it was started.
            let _ = std::process::Command::new(program).arg0(name).args(arguments).env(THRESHOLD, BYTES).exec();
        }
    }
}
