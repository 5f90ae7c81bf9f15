using NodaTime;

namespace BillingActors.Domain.Transfers;

/// <summary>
/// A transfer as its receiver keeps it, also one that was refused: what was refused once is not taken later.
/// </summary>
/// <param name="Id">Transfer; unique among those of one sender.</param>
/// <param name="From">The account it comes from, "entity/account".</param>
/// <param name="Value">What it brings, with the sender's ids.</param>
/// <param name="On">When it arrived.</param>
/// <param name="Code">Why it was refused; null where it was taken.</param>
public sealed record IncomingTransfer(string Id, string From, TransferValue Value, LocalDate On, string? Code)
{
    /// <summary>Whether it was taken.</summary>
    public bool IsTaken => Code is null;

    /// <summary>The id that an item bears here, by its place from 0; its number stays what it was.</summary>
    public static string ItemIdOf(string transferId, int place) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{transferId}.{place + 1}");

    /// <summary>The id that the money of a receipt bears here, by its place from 0.</summary>
    public static string ReceiptIdOf(string transferId, int place) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{transferId}.cash-{place + 1}");
}
