using BillingActors.Grains.Interfaces;

namespace BillingActors.Cli.Demo.Receivables;

/// <summary>A customer with a way of paying; the same one every time.</summary>
/// <param name="Account">The account.</param>
/// <param name="Kind">How he pays.</param>
internal sealed record Payer(DemoAccount Account, PayerKind Kind)
{
    /// <summary>Customers whose year is played in all its turns; those beyond pay on the due day.</summary>
    public const int LifelikeCount = 200;

    private static readonly PayerKind[] Kinds =
    [
        PayerKind.Disputing, PayerKind.Returned, PayerKind.Generous, PayerKind.Promising, PayerKind.Planning,
        PayerKind.Defaulting, PayerKind.Late, PayerKind.Late, PayerKind.Late, PayerKind.New, PayerKind.Corrected,
        PayerKind.Budgeting, PayerKind.Paying, PayerKind.PaidFor, PayerKind.PaidFor,
    ];

    /// <summary>The account as the gateway knows it.</summary>
    public string Key => AccountKey.Of(DemoMarket.EntityId, Account.AccountId);

    /// <summary>Of twenty lifelike customers fifteen are special.</summary>
    public static Payer Of(DemoAccount account)
    {
        var place = account.Index % 20;
        var isSpecial = account.Index < LifelikeCount && place < Kinds.Length;
        return new Payer(account, isSpecial ? Kinds[place] : PayerKind.Prompt);
    }

    /// <summary>Whether something that happens to one in so many happens to him this month.</summary>
    public bool Draws(string what, int month, int oneIn) => Dice.Below(oneIn, what, Account.Index, month) == 0;
}
