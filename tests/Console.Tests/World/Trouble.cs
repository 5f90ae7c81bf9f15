using System.Collections.Concurrent;

namespace BillingActors.Console.Tests.World;

/// <summary>
/// Tests in which something was thrown. A window is closed before its test is said to have failed, and a picture of
/// each would cost as much as many tests.
/// </summary>
internal static class Trouble
{
    private static readonly ConcurrentDictionary<string, bool> _tests = new(StringComparer.Ordinal);

    /// <summary>Whether anything was thrown in the running test, be it caught.</summary>
    public static bool IsInThisTest => TestContext.Current.Test?.UniqueID is { } test && _tests.ContainsKey(test);

    /// <summary>Begins to look; once for all tests.</summary>
    public static void Watch() => AppDomain.CurrentDomain.FirstChanceException += static (_, _) =>
    {
        if (TestContext.Current.Test?.UniqueID is { } test)
            _tests[test] = true;
    };
}
