using System.Collections.Immutable;
using BillingActors.Storage;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Reports;

namespace BillingActors.Cli.Embedded;

/// <summary>Checks a database against itself, without a silo: the one place that knows the verifier.</summary>
internal static class OfflineVerification
{
    private const int PageCount = 1000;

    /// <summary>Every check with its outcome.</summary>
    public static async Task<ImmutableArray<CheckOutcome>> Run(
        StorageOptions storage, Action<string> progress, CancellationToken cancellation)
    {
        await using var database = await OfflineDatabase.Open(storage, cancellation);
        var (reports, chains) = (database.Get<IReports>(), database.Get<IChainVerifier>());
        var failures = ImmutableArray.CreateBuilder<string>();
        var (count, after) = (0L, "");
        while (await reports.Accounts(EntityScope.All, null, after, PageCount, cancellation) is { Length: > 0 } page)
        {
            foreach (var row in page)
            {
                after = $"{row.EntityId}/{row.AccountId}";
                if (await chains.Verify(after, cancellation) is { } fault)
                    failures.Add($"{after} version {fault.Version}: {fault.What}");
            }
            count += page.Length;
            progress($"{count} accounts");
        }
        return [new("events, documents and balances of every account", count, failures.ToImmutable())];
    }
}
