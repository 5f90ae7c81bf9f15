using BillingActors.Gateway.Console.Look;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Gateway.Console.Parts;

/// <summary>A refund as it is typed in.</summary>
public sealed class RefundForm() : HandForm("refund")
{
    private const string OfReceipt = "receipt ";
    private const string OfCredit = "credit ";

    /// <summary>The receipt or credit whose rest goes back; empty before one is chosen.</summary>
    public string Source { get; set; } = "";

    /// <summary>Amount as typed.</summary>
    public string Amount { get; set; } = "";

    /// <summary>How it is paid out; empty for the way it came.</summary>
    public string Method { get; set; } = "";

    /// <summary>Another payee than the original payer, by id; empty for the original payer.</summary>
    public string Payee { get; set; } = "";

    /// <summary>The rest of a receipt as a source.</summary>
    public static string Receipt(string receiptId) => OfReceipt + receiptId;

    /// <summary>A credit as a source.</summary>
    public static string Credit(string itemId) => OfCredit + itemId;

    /// <summary>The refund; null while no amount can be read, or nothing is chosen.</summary>
    public RefundRequest? ToRequest(string currency) =>
        Source.Length > 0 && MoneyText.Read(Amount, currency) is { } minor
            ? new RefundRequest(ActionId, minor, After(OfReceipt), After(OfCredit), Typed(Method), Typed(Payee))
            : null;

    private string? After(string begin) =>
        Source.StartsWith(begin, StringComparison.Ordinal) ? Source[begin.Length..] : null;
}
