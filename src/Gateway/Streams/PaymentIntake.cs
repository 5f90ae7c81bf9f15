using System.Text.Json;
using BillingActors.Formats.Payments;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Streams;

/// <summary>
/// Reads a payment of a request. What can be said without an account is said at once; the rest is decided where the
/// payment has its effect.
/// </summary>
internal static class PaymentIntake
{
    public static IncomingRecord Read(JsonElement element, EntityScope scope)
    {
        var item = PaymentJson.Read(element.GetRawText());
        if (item.Payment is not { } entry)
            return IncomingRecord.Rejected(IdOf(element), item.Rejected!.Rule, Told(item.Rejected));
        var id = IdOf(element);
        return Problem(entry, scope) is var (code, detail)
            ? IncomingRecord.Rejected(id, code, detail)
            : new IncomingRecord(id, ToRecord(entry, id!));
    }

    /// <summary>Payments of an account keep their order; those of none wait at their legal entity anyway.</summary>
    private static InboxRecord ToRecord(PaymentEntry entry, string id) => new(
        $"{entry.EntityId}/{entry.AccountId}", entry.Payment.Source, id, PaymentRecordJson.Write(entry));

    private static (string Code, string Detail)? Problem(PaymentEntry entry, EntityScope scope)
    {
        var payment = entry.Payment;
        if (!PathIds.IsId(entry.EntityId) || !scope.Allows(entry.EntityId))
            return (ProblemCode.EntityUnknown, "There is no such legal entity.");
        if (entry.AccountId is { } accountId && !PathIds.IsId(accountId))
            return ("text-invalid", "accountId is not well formed.");
        if (!PathIds.IsId(payment.ReceiptId))
            return ("text-invalid", "source and paymentId are not well formed, or too long together.");
        if (payment.AmountMinor <= 0)
            return ("amount-not-positive", "amountMinor must be above 0.");
        if (!PaymentJson.IsMethod(payment.Method))
            return ("word-unknown", $"'{payment.Method}' is no method of payment.");
        if (CardNumberCheck.Bears(entry))
            return ("card-number", "The payment has what looks like the number of a card.");
        return null;
    }

    private static string Told(RecordProblem problem) => $"{problem.Field} {problem.Detail}";

    private static string? IdOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("paymentId", out var id)
        && id.ValueKind == JsonValueKind.String
        && PathIds.IsId(id.GetString()!)
            ? id.GetString()
            : null;
}
