using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Storage;
using BillingActors.Storage.Verification;

namespace BillingActors.Cli.Embedded;

/// <summary>Checks a database against itself, without a silo: the one place that knows the verifier.</summary>
internal static class OfflineVerification
{
    /// <summary>Every check with its outcome.</summary>
    public static async Task<ImmutableArray<CheckOutcome>> Run(
        (StorageOptions Storage, OutsideSeal? Outside) what, Action<string> progress, CancellationToken cancellation)
    {
        await using var database = await OfflineDatabase.Open(what.Storage, cancellation);
        var report = await database.Get<IVerification>().Run(what.Outside, new Watch(progress), cancellation);
        return [.. report.Checks.Select(OutcomeOf)];
    }

    private static CheckOutcome OutcomeOf(VerificationCheck check) => new(
        check.Code, check.Text, check.CheckedCount, check.FaultCount,
        [.. check.Faults.Select(fault => $"{fault.Subject}: {fault.Detail}")]);

    // Reports at once and in order; Progress<T> would hand them to a pool.
    private sealed class Watch(Action<string> progress) : IProgress<VerificationProgress>
    {
        public void Report(VerificationProgress value) => progress(value.TotalCount is { } total
            ? string.Create(CultureInfo.InvariantCulture, $"{value.Part} {value.DoneCount:N0} of {total:N0}")
            : value.Part);
    }
}
