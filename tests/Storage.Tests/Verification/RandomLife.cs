using BillingActors.Domain.Accounts;
using BillingActors.Storage.Accounts;

namespace BillingActors.Storage.Tests.Verification;

/// <summary>Valid things that happen to three accounts and what is around them, in any order.</summary>
internal sealed class RandomLife(VerifiedDatabase database, CleanBooks books, int number)
{
    private int _made;

    public async Task Step(int kind, int place, int amount, CancellationToken cancellation)
    {
        var id = $"L{number}-{place}";
        var account = await database.Stores.Accounts.Load(Ledgers.Key(id), cancellation);
        if (account.Version == 0)
            await books.Append(Ledgers.Open(account.Key));
        else
            await Move(kind, account, amount);
    }

    private Task Move(int kind, LoadedAccount account, int amount) => kind switch
    {
        0 => books.Append(Ledgers.Charge(account, amount)),
        1 => books.Append(Ledgers.Bill(account)),
        2 => books.BillRun(Next("R"), AccountKey.IdOf(account.Key)),
        3 => books.File(Next("I"), Ledgers.ServicePoint(account.Key), amount % 2 == 0),
        4 => books.Customer(Next("C"), 1, $"Name {amount}"),
        _ => books.Append(Ledgers.Commit(account, ProfileOf(account.State, amount))),
    };

    private static AccountEvent.ProfileChanged ProfileOf(Account account, int amount) =>
        new(account.CycleId, "cycle-" + amount, account.TermsDays, amount % 60);

    private string Next(string kind) => $"{kind}-{number}-{++_made}";
}
