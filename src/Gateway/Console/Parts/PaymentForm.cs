using BillingActors.Gateway.Console.Look;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A payment as it is typed in; it becomes a payment when all of it can be read.</summary>
internal sealed class PaymentForm
{
    /// <summary>Ways money comes in that people post by hand.</summary>
    public static IReadOnlyList<string> Methods { get; } =
        ["cash", "cheque", "wire", "ach", "direct-debit", "lockbox", "agency"];

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

    /// <summary>What it pays first, in the order it was chosen; none for the rules of the legal entity.</summary>
    public List<string> ItemIds { get; } = [];

    /// <summary>Chooses an item, or takes the choice back.</summary>
    public void Choose(string itemId, bool isChosen)
    {
        ItemIds.Remove(itemId);
        if (isChosen)
            ItemIds.Add(itemId);
    }

    /// <summary>Chooses the items whose numbers the payer wrote.</summary>
    public void ChooseByReference(IEnumerable<(string Id, string Number)> items)
    {
        var words = Reference.Split([' ', ',', ';', '/'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var (id, number) in items)
        {
            if (words.Contains(number, StringComparer.OrdinalIgnoreCase))
                Choose(id, isChosen: true);
        }
    }

    /// <summary>The payment; null while the amount cannot be read.</summary>
    public Payment? ToPayment(string currency) => MoneyText.Read(Amount, currency) is { } minor and > 0
        ? new Payment(
            ReceiptId, "desk", Method, minor, currency, ValueOn, Reference.Trim() is { Length: > 0 } text ? text : null,
            IsOnAccount: IsOnAccount,
            Items: ItemIds.Count == 0 ? null : [.. ItemIds.Select(itemId => new PaidItem(itemId))])
        : null;
}
