using BillingActors.Gateway.Console.Look;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A payment as it is typed in; it becomes a payment when all of it can be read.</summary>
internal sealed class PaymentForm
{
    /// <summary>Ways money comes in that people post by hand.</summary>
    public static IReadOnlyList<string> Methods { get; } =
        ["cash", "cheque", "wire", "ach", "direct-debit", "lockbox", "agency"];

    /// <summary>How money finds what it pays, with what it is called here.</summary>
    public static IReadOnlyList<(string Word, string Name)> Allocations { get; } =
    [
        ("by-reference", "What the payer wrote, then by the rules"),
        ("rules", "By the rules of the legal entity"),
        ("oldest-first", "Oldest due first"),
        ("pro-rata", "Pro rata: by what is open of each"),
    ];

    /// <summary>The receipt: drawn once per form, so that posting twice is posting once.</summary>
    public string ReceiptId { get; set; } = DeskCommand.Fresh();

    /// <summary>The command, kept with the form for the same reason.</summary>
    public string CommandId { get; set; } = DeskCommand.Fresh();

    /// <summary>Amount as typed.</summary>
    public string Amount { get; set; } = "";

    /// <summary>How it came.</summary>
    public string Method { get; set; } = Methods[0];

    /// <summary>From when it counts as paid.</summary>
    public DateOnly ValueOn { get; set; }

    /// <summary>What the payer wrote.</summary>
    public string Reference { get; set; } = "";

    /// <summary>Whether it stays on account instead of paying what is open.</summary>
    public bool IsOnAccount { get; set; }

    /// <summary>What it pays first, in the order it was chosen; none for what the allocation says.</summary>
    public List<string> ItemIds { get; } = [];

    /// <summary>How it finds what it pays: what the payer wrote comes first, unless something else is chosen.</summary>
    public string Allocation { get; set; } = Allocations[0].Word;

    /// <summary>Chooses an item, or takes the choice back.</summary>
    public void Choose(string itemId, bool isChosen)
    {
        ItemIds.Remove(itemId);
        if (isChosen)
            ItemIds.Add(itemId);
    }

    /// <summary>The payment; null while the amount cannot be read.</summary>
    public Payment? ToPayment(string currency) => MoneyText.Read(Amount, currency) is { } minor and > 0
        ? new Payment(
            ReceiptId, "desk", Method, minor, currency, ValueOn, Reference.Trim() is { Length: > 0 } text ? text : null,
            IsOnAccount: IsOnAccount,
            Items: ItemIds.Count == 0 ? null : [.. ItemIds.Select(itemId => new PaidItem(itemId))],
            Allocation: Allocation)
        : null;
}
