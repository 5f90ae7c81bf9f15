using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Rating.State;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>One event of each kind of usage that is rated when it comes, for their golden files.</summary>
internal static class UsageSamples
{
    private static readonly Period January = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1));

    private static readonly Instant At = Instant.FromUtc(2025, 1, 31, 9, 0);

    private static readonly RatedUsage Rated = new(
        "switch-1", "call-1", At, "voice", "de", 61m, 0.10166666666666666666666666667m, new string('A', 32));

    public static Dictionary<string, AccountEvent> All => new(StringComparer.Ordinal)
    {
        ["usage-rated"] = new AccountEvent.UsageRated(
            new StreamOffset(1, 3, 42, 7),
            [
                new UsagePart("CT-1", January, false, [Rated])
                {
                    Balances = new UsageBalances(
                        [new BucketBalance("minutes", "s", 3600m, At, null) { Subscriber = "CT-1" }], []),
                },
            ],
            [new UsageSetAside("switch-1", "call-2", "unknown-destination")]),
        ["usage-rated-late"] = new AccountEvent.UsageRated(
            null, [new UsagePart("CT-1", January, true, [Rated])], []),
        ["usage-threshold-passed"] = new AccountEvent.UsageThresholdPassed(
            new PassedThreshold("CT-1", UsageLimit.Allowance, "minutes/CT-1", 80)),
        ["spending-cap-set"] = new AccountEvent.SpendingCapSet(
            new SpendingCap("", 5000, SpendingCapPolicy.Block, [50, 80, 100])),
        ["spending-cap-removed"] = new AccountEvent.SpendingCapRemoved("CT-1"),
        ["usage-reserved"] = new AccountEvent.UsageReserved(
            "RV-1", "CT-1", 500, At + Duration.FromHours(1), true, ["RV-0"]),
        ["reservation-committed"] = new AccountEvent.ReservationCommitted("RV-1", 1.25m, 375, false),
        ["reservation-released"] = new AccountEvent.ReservationReleased("RV-1", 375),
        ["credit-memo-issued-late-usage"] = new AccountEvent.CreditMemoIssued(
            "A-1-8", "CM-1", "A-1-7", "wrong", January, new LocalDate(2025, 2, 3), 6000, 1140, [], [], [], [], [],
            new InvoiceCancellation(
            [
                new ContractRewound("CT-1", January, null, [], [])
                {
                    Late = [new LateUsage(January, [4, 5], [new UsageSum("voice", "de", 2, 122m, 0.2m)])],
                },
            ])),
    };
}
