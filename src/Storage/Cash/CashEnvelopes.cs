using System.Globalization;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Cash;

/// <summary>Rows of unidentified cash: what a payer wrote is sealed with the group's key, as files are.</summary>
internal sealed class CashEnvelopes(KeyRing keys)
{
    /// <summary>The row of a piece of cash.</summary>
    public async Task<CashRow> Seal(UnidentifiedCash cash, CancellationToken cancellation)
    {
        var payment = cash.Payment;
        var clear = JsonSerializer.SerializeToUtf8Bytes(cash, CashJsonContext.Default.UnidentifiedCash);
        var key = await keys.EntityKey(KeyRing.Group, cancellation);
        return new CashRow(
            cash.EntityId,
            payment.ReceiptId,
            payment.Source,
            payment.Method,
            payment.Currency,
            payment.AmountMinor,
            payment.ValueOn,
            cash.BookedOn,
            PersonalDataCipher.Encrypt(key, clear, Place(cash.EntityId, payment.ReceiptId)),
            cash.State,
            cash.AccountId);
    }

    /// <summary>The cash of a row, as it stands.</summary>
    public async Task<UnidentifiedCash> Open(CashRow row, CancellationToken cancellation)
    {
        var key = await keys.EntityKey(KeyRing.Group, cancellation);
        var clear = PersonalDataCipher.Decrypt(key, row.Payload, Place(row.EntityId, row.CashId));
        var cash = JsonSerializer.Deserialize(clear, CashJsonContext.Default.UnidentifiedCash)
            ?? throw new JsonException("Stored unidentified cash is null.");
        return cash with { State = row.State, AccountId = row.AccountId };
    }

    /// <summary>What the worklist says of it; no personal data.</summary>
    public static string Detail(CashRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.AmountMinor} minor units of {row.Currency} by {row.Method} since {row.ValueOn:yyyy-MM-dd}");

    private static string Place(string entityId, string cashId) => $"unidentified-cash/{entityId}/{cashId}";
}
