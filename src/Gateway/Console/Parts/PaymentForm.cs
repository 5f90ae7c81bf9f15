using System.Collections.Immutable;
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

    /// <summary>Whether it is spread over the items chosen, or all that are open, by how much each is.</summary>
    public bool IsSpread { get; set; }

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

    /// <summary>
    /// Parts of an amount in proportion to what is open of each item; they come to the amount, or to all that is open
    /// where that is less. What rounding leaves goes to the largest rests, one minor unit each.
    /// </summary>
    public static IReadOnlyList<(string Id, long Minor)> Spread(
        long minor, IReadOnlyList<(string Id, long OpenMinor)> items)
    {
        var open = items.Sum(item => item.OpenMinor);
        var amount = Math.Min(minor, open);
        if (open <= 0)
            return [];
        var parts = items.Select(item => Int128.DivRem((Int128)amount * item.OpenMinor, open)).ToList();
        var left = (int)(amount - parts.Sum(part => (long)part.Quotient));
        var raised = parts.Index().OrderByDescending(part => part.Item.Remainder).ThenBy(part => part.Index)
            .Take(left).Select(part => part.Index).ToHashSet();
        return
        [
            .. parts.Index()
                .Select(part => (
                    items[part.Index].Id, Minor: (long)part.Item.Quotient + (raised.Contains(part.Index) ? 1 : 0)))
                .Where(part => part.Minor > 0),
        ];
    }

    /// <summary>The payment; null while the amount cannot be read.</summary>
    public Payment? ToPayment(string currency, IEnumerable<(string Id, long OpenMinor)> open) =>
        MoneyText.Read(Amount, currency) is { } minor and > 0
        ? new Payment(
            ReceiptId, "desk", Method, minor, currency, ValueOn, Reference.Trim() is { Length: > 0 } text ? text : null,
            IsOnAccount: IsOnAccount,
            Items: ItemsOf(minor, open))
        : null;

    private ImmutableArray<PaidItem>? ItemsOf(long minor, IEnumerable<(string Id, long OpenMinor)> open)
    {
        if (IsSpread)
        {
            var spread = Spread(minor, [.. open.Where(item => ItemIds.Count == 0 || ItemIds.Contains(item.Id))]);
            return spread.Count == 0 ? null : [.. spread.Select(part => new PaidItem(part.Id, part.Minor))];
        }
        return ItemIds.Count == 0 ? null : [.. ItemIds.Select(itemId => new PaidItem(itemId))];
    }
}
