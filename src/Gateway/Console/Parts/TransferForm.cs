using BillingActors.Gateway.Console.Look;
using BillingActors.Grains.Interfaces.Transfers;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A transfer as it is typed in.</summary>
public sealed class TransferForm() : HandForm("transfer")
{
    /// <summary>Items that are chosen, where the API says items.</summary>
    public const string Chosen = "chosen";

    /// <summary>An amount of cash, or all there is.</summary>
    public const string Cash = "cash";

    private const string Items = "items";

    /// <summary>What can move, with what it is called here.</summary>
    public static IReadOnlyList<(string Word, string Name)> Scopes { get; } =
    [
        ("balance", "The whole balance, money included"),
        (Chosen, "Items that are chosen"),
        (Items, "All that is owed"),
        ("credits", "All credits"),
        (Cash, "Money that has paid nothing yet"),
    ];

    /// <summary>The other account.</summary>
    public string To { get; set; } = "";

    /// <summary>What moves.</summary>
    public string Scope { get; set; } = Scopes[0].Word;

    /// <summary>Items that are chosen.</summary>
    public ICollection<string> ItemIds { get; set; } = [];

    /// <summary>How much cash, as typed; empty for all there is.</summary>
    public string Amount { get; set; } = "";

    /// <summary>Chooses an item, or takes the choice back; a copy of the form keeps its own.</summary>
    public void Choose(string itemId, bool isChosen)
    {
        var others = ItemIds.Where(known => known != itemId);
        ItemIds = isChosen ? [.. others, itemId] : [.. others];
    }

    /// <summary>The transfer; null while no account is typed, an amount cannot be read, or no item is chosen.</summary>
    public TransferOrder? ToOrder(string currency)
    {
        var minor = Scope == Cash && Typed(Amount) is { } typed ? MoneyText.Read(typed, currency) ?? -1 : (long?)null;
        if (Typed(To) is not { } to || minor < 0 || (Scope == Chosen && ItemIds.Count == 0))
            return null;
        return Scope == Chosen
            ? new TransferOrder(ActionId, to, Items, [.. ItemIds])
            : new TransferOrder(ActionId, to, Scope, AmountMinor: minor);
    }
}
