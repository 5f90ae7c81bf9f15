using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Charging;

/// <summary>What an account keeps while it uses: how far streams came, caps, and what is reserved.</summary>
public sealed record OnlineUsage
{
    /// <summary>Nothing came and nothing is limited.</summary>
    public static OnlineUsage None { get; } = new();

    /// <summary>The last batch of each partition of a stream that had its effect.</summary>
    public ImmutableArray<StreamOffset> Offsets { get; init; } = [];

    /// <summary>How much may be spent, by contract, and by the account under no contract.</summary>
    public ImmutableArray<SpendingCap> Caps { get; init; } = [];

    /// <summary>Thresholds that were passed since the last bill, each told once.</summary>
    public ImmutableArray<PassedThreshold> Passed { get; init; } = [];

    /// <summary>What is reserved for use that goes on.</summary>
    public ImmutableArray<Reservation> Reservations { get; init; } = [];

    /// <summary>Whether the batch at the place had its effect.</summary>
    public bool HasPassed(StreamOffset offset) =>
        Offsets.FirstOrDefault(known => known.IsOfSameLog(offset)) is { } last && !offset.IsAfter(last);

    /// <summary>What is reserved and not expired, by contract, or in all.</summary>
    public long ReservedMinor(string? contractId, Instant at) => Reservations
        .Where(one => (contractId is null || one.ContractId == contractId) && !one.IsExpired(at))
        .Sum(static one => one.LeftMinor);

    // One partition has one newest place in one epoch; the epoch before is drained first and need not be kept for ever.
    internal OnlineUsage At(StreamOffset? offset) => offset is null
        ? this
        : this with
        {
            Offsets =
            [
                .. Offsets.Where(known => !known.IsOfSameLog(offset) && known.Epoch >= offset.Epoch - 1),
                offset,
            ],
        };
}
