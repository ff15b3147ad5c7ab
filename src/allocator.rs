//! The C library's allocator, told to give large pieces of memory back, or to keep them.
//!
//! Comes in: the process as it was started. Goes out: the same process, under a fixed threshold for mapped memory. Must never: keep a command from running.
//!
//! glibc maps a piece of 128 KiB or more on its own and gives it back when it is freed; but with each one freed it raises that threshold, up to 32 MiB, and then keeps such pieces in the pools of
//! its threads. A scan frees a column's chunk for each row group, and a COPY of 20 million rows held 290 to 390 MiB where it needed less than 180. Only the process's environment can fix the
//! threshold without a call that Rust takes for unsafe; jemalloc and mimalloc held more than glibc does.
//!
//! `export` is one statement and ends with it. It keeps large pieces, since mapping and clearing them anew took a fifth of its processor time, in two pools instead of eight for each processor, and so
//! stays below 500 MB.

/// Starts the program again under the threshold, as the same process with the same arguments, unless the environment says already how the allocator is to work. Comes back where that is so, where
/// the C library is another one, and where the system does not let it.
pub fn settle() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    {
        use std::os::unix::process::CommandExt;

        const THRESHOLD: &str = "MALLOC_MMAP_THRESHOLD_";
        /// glibc's own beginning, which it keeps once it is set.
        const GIVES_BACK: [(&str, &str); 1] = [(THRESHOLD, "131072")];
        /// As far as glibc itself raises it.
        const KEEPS: [(&str, &str); 2] = [(THRESHOLD, "33554432"), ("MALLOC_ARENA_MAX", "2")];

        let is_set = |name: &str| std::env::var_os(name).is_some();
        if is_set(THRESHOLD) || is_set("GLIBC_TUNABLES") {
            return;
        }
        let mut arguments = std::env::args_os();
        if let (Ok(program), Some(name)) = (std::env::current_exe(), arguments.next()) {
            let arguments: Vec<_> = arguments.collect();
            let settings =
                if arguments.first().is_some_and(|command| command == "export") { &KEEPS[..] } else { &GIVES_BACK };
            // An error is all that comes back: it runs on as it was started.
            let _ =
                std::process::Command::new(program).arg0(name).args(arguments).envs(settings.iter().copied()).exec();
        }
    }
}
