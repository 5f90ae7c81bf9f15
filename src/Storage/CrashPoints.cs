using System.Diagnostics;
using System.Globalization;

namespace BillingActors.Storage;

/// <summary>
/// Places where a test may kill the process, to prove that nothing is lost or doubled. Off unless the environment
/// variable
/// <c>BILLING_CRASH_AT</c> names one: "after-write-before-commit" or "after-write-before-commit:3" for its third time.
/// </summary>
public static class CrashPoints
{
    /// <summary>The environment variable that arms a point.</summary>
    public const string Variable = "BILLING_CRASH_AT";

    /// <summary>Nothing of the flush was sent yet.</summary>
    public const string BeforeWrite = "before-write";

    /// <summary>All rows were written and the commit was not sent.</summary>
    public const string AfterWriteBeforeCommit = "after-write-before-commit";

    /// <summary>The flush is durable and nobody was told.</summary>
    public const string AfterCommitBeforeReply = "after-commit-before-reply";

    /// <summary>A page of drafts and its checkpoint are stored; the next page is not begun.</summary>
    public const string BetweenPages = "between-pages";

    /// <summary>A page of invoices and its checkpoint are stored; the release goes on.</summary>
    public const string MiddleOfRelease = "middle-of-release";

    /// <summary>
    /// A page of a collective bill is stored; the next page, or the bill itself, is not begun.
    /// </summary>
    public const string BetweenCollectivePages = "between-collective-pages";

    /// <summary>A document went out, and that it did is not stored.</summary>
    public const string AfterSendBeforeMark = "after-send-before-mark";

    private static readonly string[] Known =
    [
        BeforeWrite, AfterWriteBeforeCommit, AfterCommitBeforeReply, BetweenPages, MiddleOfRelease,
        BetweenCollectivePages, AfterSendBeforeMark,
    ];

    private static readonly (string Name, int Time)? Armed = Parse(Environment.GetEnvironmentVariable(Variable));
    private static int _reached;

    /// <summary>
    /// Kills the own process at once, without any clean-up, when the point is armed and its time has come.
    /// </summary>
    public static void Reach(string name)
    {
        if (Armed is { } armed && armed.Name == name && Interlocked.Increment(ref _reached) == armed.Time)
            Process.GetCurrentProcess().Kill();
    }

    internal static (string Name, int Time)? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        var parts = text.Split(':');
        var time = 1;
        if (!Known.Contains(parts[0], StringComparer.Ordinal) || parts.Length > 2 || (parts.Length == 2
            && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out time) || time < 1)))
            throw new ArgumentException(
                $"{Variable} must be a crash point, then optionally ':n'; it is '{text}'.", nameof(text));
        return (parts[0], time);
    }
}
