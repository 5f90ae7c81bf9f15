using System.Collections.Immutable;

namespace BillingActors.Cli.Load;

/// <summary>A kind of hour a gateway must stand: what is asked, how often, and how unevenly.</summary>
/// <param name="Name">Name on the command line.</param>
/// <param name="Summary">What hour it is.</param>
/// <param name="Rate">Arrivals a second unless told otherwise.</param>
/// <param name="Skew">0: every account alike; above: the first accounts are asked the more the larger it is.</param>
/// <param name="Parts">What arrives, with its share; the shares need not sum to anything.</param>
internal sealed record LoadProfile(
    string Name, string Summary, double Rate, double Skew, ImmutableArray<(LoadOperation Operation, int Share)> Parts)
{
    /// <summary>All profiles.</summary>
    public static ImmutableArray<LoadProfile> All { get; } =
    [
        new("cycle-night", "dry runs of a whole cycle, one after the other, and a desk of 200 look-ups a second beside",
            200, 0,
            [(LoadOperation.Balance, 100)])
        {
            Beside = LoadOperation.DryRun,
        },
        new("month-end", "the desk of a month's end: look-ups, searches, invoices, statements", 100, 1,
            [
                (LoadOperation.Balance, 50), (LoadOperation.Account, 20), (LoadOperation.Search, 10),
                (LoadOperation.Invoices, 15), (LoadOperation.Statement, 5),
            ]),
        new("read-landing", "files of a day of 50 meters, 2 % of it twice, 1 % corrected, and look-ups beside", 10, 0,
            [(LoadOperation.Reads, 1), (LoadOperation.Balance, 1)]),
        new("storm", "an outage: everybody asks at once, most of them for few accounts; some pay", 500, 3,
            [(LoadOperation.Balance, 90), (LoadOperation.Account, 5), (LoadOperation.Payment, 5)]),
        new("debit-hour", "a bank's debits in batches of 100, clerks, returns and look-ups beside", 50, 1,
            [
                (LoadOperation.PaymentBatch, 30), (LoadOperation.Payment, 10), (LoadOperation.Return, 1),
                (LoadOperation.Balance, 59),
            ]),
        new("busy-hour", "call records in batches of 100, some twice and some late, and real-time balances beside", 50,
            1,
            [(LoadOperation.CallBatch, 50), (LoadOperation.Balance, 50)]),
    ];

    /// <summary>What is done all the time beside the arrivals, again as soon as it is done; null: nothing.</summary>
    public LoadOperation? Beside { get; init; }

    /// <summary>The profile with the name, or null.</summary>
    public static LoadProfile? Named(string name) => All.FirstOrDefault(profile => profile.Name == name);

    /// <summary>What arrives, by a number from 0 to 1.</summary>
    public LoadOperation Draw(double number)
    {
        var at = number * Parts.Sum(part => part.Share);
        foreach (var (operation, share) in Parts)
        {
            at -= share;
            if (at < 0)
                return operation;
        }
        return Parts[^1].Operation;
    }
}
