using System.Text.Json;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Payments;

/// <summary>One payment as JSON: a line of a file, or an event.</summary>
public static class PaymentJson
{
    /// <summary>Whether a word is a method of payment.</summary>
    public static bool IsMethod(string word) => PaymentText.Methods.Contains(word, StringComparer.Ordinal);

    /// <summary>The payment, or why it cannot be read; long numbers in what is rejected are masked.</summary>
    public static ImportItem Read(ReadOnlySpan<char> text, int number = 1)
    {
        try
        {
            var line = JsonSerializer.Deserialize<PaymentLine>(text, PaymentLine.Strict);
            return line is null
                ? Rejected(text, new(number, "record", "json-invalid", "is null"))
                : new ImportItem(Payment: Entry(line, number));
        }
        catch (JsonException fault)
        {
            var field = fault.Path is { Length: > 2 } path ? path[2..] : "record";
            return Rejected(text, new(number, field, "json-invalid", "is not what a payment has here"));
        }
    }

    private static PaymentEntry Entry(PaymentLine line, int number) => new(
        line.EntityId,
        string.IsNullOrWhiteSpace(line.AccountId) ? null : line.AccountId,
        new Payment(
            PaymentText.ReceiptId(line.Source, line.PaymentId),
            line.Source,
            line.Method,
            line.AmountMinor,
            line.Currency,
            line.ValueOn,
            line.Reference,
            line.BatchId,
            line.CardToken,
            line.RetryOf,
            line.IsOnAccount,
            line.Items ?? [],
            line.Allocation),
        number);

    private static ImportItem Rejected(ReadOnlySpan<char> text, RecordProblem problem) =>
        PaymentText.Masked(RejectedItem.Of(problem, text.ToString()));
}
