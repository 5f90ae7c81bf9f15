using System.Globalization;

namespace BillingActors.Survival.Clusters;

/// <summary>
/// A wall clock that jumps, for one process: libfaketime is loaded into it and reads the offset from a file. Clocks
/// that only measure time are left alone.
/// </summary>
internal sealed class MovedClock
{
    private static readonly string[] Places =
    [
        "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
        "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
        "/usr/lib64/faketime/libfaketimeMT.so.1",
        "/usr/local/lib/faketime/libfaketimeMT.so.1",
    ];

    private readonly string _file;

    /// <summary>A clock that goes right, until it is moved.</summary>
    public MovedClock(string file)
    {
        _file = file;
        Move(TimeSpan.Zero);
    }

    /// <summary>Whether libfaketime is installed.</summary>
    public static bool IsPossible => Library is not null;

    private static string? Library => Places.FirstOrDefault(File.Exists);

    /// <summary>What a process has to be started with.</summary>
    public IEnumerable<(string Key, string Value)> Variables =>
        Library is not { } library
            ? []
            :
            [
                ("LD_PRELOAD", library),
                ("FAKETIME_TIMESTAMP_FILE", _file),
                ("FAKETIME_CACHE_DURATION", "1"),
                ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
                // Else waits with a limit end at once.
                ("FAKETIME_FORCE_MONOTONIC_FIX", "0"),
            ];

    /// <summary>Lets it jump to so much before or after the time that it is.</summary>
    public void Move(TimeSpan offset)
    {
        var next = _file + ".next";
        File.WriteAllText(next, string.Create(CultureInfo.InvariantCulture, $"{offset.TotalSeconds:+0;-0;+0}\n"));
        File.Move(next, _file, overwrite: true);
    }
}
