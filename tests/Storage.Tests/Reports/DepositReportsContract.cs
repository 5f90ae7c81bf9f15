using BillingActors.Storage.Accounts;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Accounts;
using BillingActors.Storage.Tests.Stores;
using BillingActors.Storage.Tests.Verification;
using NodaTime;

namespace BillingActors.Storage.Tests.Reports;

/// <summary>What the list of deposits promises.</summary>
public abstract class DepositReportsContract(StoreSet stores) : StoreContract(stores)
{
    private string Entity => "E" + Id;

    private string Key => $"{Entity}/A.{Id}";

    private EntityScope Mine => new([Entity]);

    [Fact]
    public async Task A_deposit_is_listed_with_what_was_paid_and_is_held()
    {
        await Append(Ledgers.Deposit(await Append(Turns.Open(Key))));

        var row = Assert.Single(await Stores.Deposits.Deposits(Mine, "partly-paid", ("", ""), 10, Cancellation));

        Assert.Equal(
            ("D-1", "hand", 20_000L, 15_000L, 15_000L, 0L),
            (row.DepositId, row.Basis, row.AmountMinor, row.PaidMinor, row.HeldMinor, row.InterestMinor));
        Assert.Equal((new DateOnly(2025, 1, 1), null), (row.AssessedOn, row.PaidOn));
        Assert.Single(await Stores.Deposits.Deposits(Mine, null, (Key, "D-0"), 10, Cancellation));
        Assert.Empty(await Stores.Deposits.Deposits(Mine, null, (Key, "D-1"), 10, Cancellation));
        Assert.Empty(await Stores.Deposits.Deposits(Mine, "held", ("", ""), 10, Cancellation));
        Assert.Empty(await Stores.Deposits.Deposits(new EntityScope(["other"]), null, ("", ""), 10, Cancellation));
    }

    [Fact]
    public async Task An_account_with_a_deposit_is_the_same_from_its_snapshot()
    {
        var state = (await Append(Ledgers.Deposit(await Append(Turns.Open(Key))))).State;
        var body = AccountEventJson.Write(state);

        var read = AccountEventJson.ReadAccount(body);

        Assert.Equal(body, AccountEventJson.Write(read));
        Assert.Equal(
            (15_000L, new LocalDate(2025, 1, 1)),
            (read.Deposited.HeldMinor, read.Deposited.Deposits[0].Interest!.CountedUntil));
    }

    private Task<LoadedAccount> Append(AccountCommit commit) => Stores.Accounts.Append(commit, Cancellation);
}
