using System.Globalization;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Charging;

/// <summary>Every "no" of usage that is rated when it comes; those of single records stand beside the record.</summary>
public static class UsageRefusals
{
    /// <summary>Nothing, or more than one turn can take.</summary>
    public static Refusal BatchSize { get; } = new(
        "usage-batch-size", $"A batch has 1 to {UsageRating.RecordCountMax} records.");

    /// <summary>There is no such reservation, or it ended.</summary>
    public static Refusal ReservationUnknown { get; } =
        new("reservation-unknown", "The account has no such reservation, or it ended.");

    /// <summary>Another reservation has the id.</summary>
    public static Refusal ReservationExists { get; } =
        new("reservation-exists", "A reservation of the account has this id and says something else.");

    /// <summary>The time of the reservation is over.</summary>
    public static Refusal ReservationExpired { get; } =
        new("reservation-expired", "The reservation expired; its amount is free again.");

    /// <summary>A reservation begins in the future or lasts too long.</summary>
    public static Refusal ReservationTime { get; } = new(
        "reservation-time-invalid", $"A reservation lasts 1 second to {UsageReserving.HoursMax} hours.");

    /// <summary>More runs at once than an account keeps.</summary>
    public static Refusal ReservationCount { get; } = new(
        "reservation-count", $"An account has at most {UsageReserving.CountMax} reservations at a time.");

    /// <summary>The cap leaves less than is asked for.</summary>
    public static Refusal CapReached(long leftMinor) => new(
        "spending-cap-reached", $"The spending cap leaves {leftMinor} minor units.");

    /// <summary>More was used than was reserved.</summary>
    public static Refusal ReservationExceeded(decimal amount, long leftMinor) => new(
        "reservation-exceeded",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The records come to {amount}; {leftMinor} minor units are left of the reservation."));

    /// <summary>A record of a commit cannot be rated.</summary>
    public static Refusal RecordRefused(UsageTrouble trouble) => new(
        "usage-record-refused", $"Record {trouble.Source}/{trouble.Id}: {trouble.Code}. {trouble.Detail}");

    /// <summary>A cap or a reservation of nothing.</summary>
    public static Refusal AmountNotPositive { get; } = new(
        "amount-not-positive", "The amount must be more than nothing.");

    /// <summary>Percents out of order or out of range.</summary>
    public static Refusal PercentsInvalid { get; } = new(
        "cap-percents-invalid", "A cap has at most 10 percents, 1 to 1000, each more than the one before.");

    /// <summary>A word that is no policy.</summary>
    public static Refusal PolicyUnknown { get; } = new(
        "cap-policy-unknown", "The policy of a spending cap is notify or block.");

    /// <summary>There is no cap to remove.</summary>
    public static Refusal CapUnknown { get; } = new("spending-cap-unknown", "There is no such spending cap.");

    /// <summary>A record without id, time or content, or with more than one content.</summary>
    internal const string Invalid = "usage-invalid";

    /// <summary>No contract of the account runs on the day, or more than one does and none is named.</summary>
    internal const string ContractUnclear = "usage-contract-unclear";

    /// <summary>The tariff of the contract is not known.</summary>
    internal const string TariffGap = "tariff-gap";

    /// <summary>The calendar of the cycle does not reach the day.</summary>
    internal const string CalendarGap = "calendar-gap";

    /// <summary>The day is billed for longer than late records are taken.</summary>
    internal const string TooOld = "usage-too-old";

    /// <summary>The id came before and said something else.</summary>
    internal const string Conflict = "usage-conflict";

    /// <summary>The period is billed, and its tariff corrects periods by a new bill.</summary>
    internal const string Late = "usage-late";
}
