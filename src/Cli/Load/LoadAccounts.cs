using System.Collections.Immutable;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Cli.Load;

/// <summary>The accounts that are asked: those the gateway lists first.</summary>
internal sealed class LoadAccounts(ImmutableArray<AccountRow> rows)
{
    /// <summary>How many there are.</summary>
    public int Count => rows.Length;

    /// <summary>The accounts in the order of the list.</summary>
    public ImmutableArray<AccountRow> Rows => rows;

    /// <summary>Legal entity and cycle of the first account, for a run.</summary>
    public (string EntityId, string CycleId) Cycle => (rows[0].EntityId, rows[0].CycleId);

    /// <summary>Lists accounts of the gateway.</summary>
    public static async Task<LoadAccounts> Of(GatewayClient gateway, int countMax, CancellationToken cancellation)
    {
        var rows = ImmutableArray.CreateBuilder<AccountRow>();
        await foreach (var row in gateway.Rows<AccountRow>("v1/accounts", cancellation))
        {
            if (row.Status == "open")
                rows.Add(row);
            if (rows.Count == countMax)
                break;
        }
        return rows.Count > 0
            ? new LoadAccounts(rows.ToImmutable())
            : throw new UsageException("The gateway shows no open account to this key; load needs some.");
    }

    /// <summary>An account by a number from 0 to 1; with a skew, low numbers take most of the draws.</summary>
    public AccountRow Draw(double number, double skew) =>
        rows[Math.Min(rows.Length - 1, (int)(rows.Length * Math.Pow(number, 1 + skew)))];
}
