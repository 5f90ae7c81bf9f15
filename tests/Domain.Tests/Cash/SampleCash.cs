using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Cash;

/// <summary>Accounts that owe, and money that comes in, for examples.</summary>
internal static class SampleCash
{
    /// <summary>The 15th of March: what was due before is past due.</summary>
    public static LocalDate Today { get; } = Day(3, 15);

    /// <summary>Owes 120.00 due 14 March (I-1), 240.00 due 28 March (I-2) and 60.00 due 28 April (I-3).</summary>
    public static Account Owing { get; } = Owed(
        Item("I-1", 12000, Day(2, 28)), Item("I-2", 24000, Day(3, 14)), Item("I-3", 6000, Day(4, 14)));

    /// <summary>A policy with the tolerance given.</summary>
    public static CashTerms Tolerant(long absoluteMinor, int basisPoints, long overMinor = 0) =>
        CashTerms.Usual with
        {
            Policy = ApplicationPolicy.Usual with { Tolerance = new Tolerance(absoluteMinor, basisPoints, overMinor) },
        };

    public static OpenItem Item(
        string id, long minor, LocalDate issuedOn, ItemKind kind = ItemKind.Invoice, int termsDays = 14) => new(
        id, "N-" + id, Eur(minor), Eur(minor), issuedOn, issuedOn.PlusDays(termsDays), kind);

    public static Account Owed(params ReadOnlySpan<OpenItem> items)
    {
        var account = Open;
        foreach (var item in items)
            account = account.WithItem(item);
        return account;
    }

    public static ReceiveCash Money(string id, long minor, params ReadOnlySpan<ItemWish> wishes) =>
        new(id, "bank", CashMethod.Wire, minor, "EUR", Today, Today) { Wishes = [.. wishes] };

    public static Decision<AccountEvent> Receive(
        Account account, long minor, CashTerms? terms = null, params ReadOnlySpan<ItemWish> wishes) =>
        ReceiptBooking.Decide(account, Money("R-1", minor, wishes), terms ?? CashTerms.Usual);

    /// <summary>The application among the events of a decision that was not refused.</summary>
    public static CashApplied Applied(Decision<AccountEvent> decision)
    {
        Assert.Null(decision.Refusal);
        return decision.Events.OfType<AccountEvent.ReceiptApplied>().Single().Application;
    }

    /// <summary>What is open, as "id:minor".</summary>
    public static string Opens(Account account) =>
        string.Join(' ', account.OpenItems.Select(item => $"{item.Id}:{item.Open.Minor}"));

    /// <summary>The shares of an application, as "id:minor".</summary>
    public static string Shares(CashApplied application) =>
        string.Join(' ', application.Shares.Select(share => $"{share.ItemId}:{share.AmountMinor}"));
}
