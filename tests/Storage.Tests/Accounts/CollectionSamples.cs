using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Disputes;
using NodaTime;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>One event of each kind of disputes and collection, for their golden files.</summary>
internal static class CollectionSamples
{
    private static readonly LocalDate Day = new(2025, 1, 31);

    private static ItemShare Bill => new("A-1-7", "INV-00000042", 7140, Day, Day.PlusDays(14), 5000);

    private static ItemShare Fee => new("fee.letter-2025-02-28", "", 500, Day, Day, 500, ItemKind.Fee);

    public static IEnumerable<KeyValuePair<string, AccountEvent>> All => [.. Disputes, .. Dunning, .. Arrangements];

    private static Dictionary<string, AccountEvent> Disputes => new(StringComparer.Ordinal)
    {
        ["dispute-opened"] = new AccountEvent.DisputeOpened(
            "D-1", "A-1-7", 2, 5000, "price", "ada", Day, Day.PlusDays(10), 1),
        ["dispute-opened-whole"] = new AccountEvent.DisputeOpened(
            "D-1", "A-1-7", null, 7140, "other", "queue", Day, Day, 0),
        ["dispute-moved"] = new AccountEvent.DisputeMoved(
            "D-1", DisputeStage.Open, DisputeStage.InReview, "asked-customer", Day),
        ["dispute-assigned"] = new AccountEvent.DisputeAssigned("D-1", "ada", "ben", Day, Day.PlusDays(5), Day),
        ["dispute-document-added"] = new AccountEvent.DisputeDocumentAdded("D-1", "doc-7", "photo", Day),
        ["dispute-credit-proposed"] = new AccountEvent.DisputeCreditProposed("D-1", 5000, "rating", "ada", Day),
        ["dispute-credit-declined"] = new AccountEvent.DisputeCreditDeclined("D-1", 5000, Day),
        ["dispute-decided"] = new AccountEvent.DisputeDecided(
            "D-1", DisputeStage.PartlyUpheld, 3000, "rating", Day, Day.PlusDays(10)),
        ["dispute-decided-whole"] = new AccountEvent.DisputeDecided(
            "D-1", DisputeStage.Upheld, 5000, "rating", Day, null),
        ["dispute-credited"] = new AccountEvent.DisputeCredited("D-1", [Bill], "dispute.D-1", 120, Day),
        ["dispute-credited-whole"] = new AccountEvent.DisputeCredited("D-1", [Bill], null, 0, Day),
        ["dispute-withdrawn"] = new AccountEvent.DisputeWithdrawn("D-1", Day, Day.PlusDays(10)),
        ["dispute-escalated"] = new AccountEvent.DisputeEscalated("D-1", "ada", "receivables-supervisor", Day),
    };

    private static Dictionary<string, AccountEvent> Dunning => new(StringComparer.Ordinal)
    {
        ["collection-profile-changed"] = new AccountEvent.CollectionProfileChanged(
            "", "residential", "", "US-IL", Day),
        ["collection-block-placed"] = new AccountEvent.CollectionBlockPlaced(
            "B-1", BlockKind.LifeSupport, Day, Day, Day.PlusDays(90)),
        ["collection-block-placed-open"] = new AccountEvent.CollectionBlockPlaced(
            "B-1", BlockKind.Manual, Day, Day, null),
        ["collection-block-lifted"] = new AccountEvent.CollectionBlockLifted("B-1", Day),
        ["letter-sent"] = new AccountEvent.LetterSent(
            "letter-2025-02-28",
            "standard",
            2,
            "warning",
            Day,
            Day.PlusDays(10),
            [new LetterItem("A-1-7", "INV-00000042", ItemKind.Invoice, Day, Day.PlusDays(14), 7140, 1000, 1, 2)],
            0,
            500),
        ["fee-charged"] = new AccountEvent.FeeCharged(
            "fee.letter-2025-02-28", "dunning", 500, Day, Day.PlusDays(10), "letter-2025-02-28"),
        ["interest-charged"] = new AccountEvent.InterestCharged(
            "interest-2025-02-28",
            Day,
            Day.PlusDays(14),
            365,
            [new InterestLine(
                "A-1-7", "INV-00000042", [new InterestPart(Day, Day.PlusDays(10), 7140, 9.125m)], 18)]),
        ["charge-waived"] = new AccountEvent.ChargeWaived("W-1", "dunning", Fee, Day),
        ["collection-reviewed"] = new AccountEvent.CollectionReviewed(Day, Day.PlusDays(14), true),
        ["collection-reviewed-last"] = new AccountEvent.CollectionReviewed(Day, null, false),
    };

    private static Dictionary<string, AccountEvent> Arrangements => new(StringComparer.Ordinal)
    {
        ["promise-made"] = new AccountEvent.PromiseMade("P-1", 5000, Day, Day.PlusDays(10), "customer", ["A-1-7"]),
        ["promise-kept"] = new AccountEvent.PromiseKept("P-1", Day, 5000),
        ["promise-broken"] = new AccountEvent.PromiseBroken("P-1", Day, 3000, 2000),
        ["promise-cancelled"] = new AccountEvent.PromiseCancelled("P-1", Day),
        ["plan-agreed"] = new AccountEvent.PlanAgreed(
            "L-1", Day, 5, [new PlanItem("A-1-7", 7140)],
            [new Instalment(Day.PlusDays(30), 3570), new Instalment(Day.PlusDays(60), 3570)]),
        ["plan-kept"] = new AccountEvent.PlanKept("L-1", Day),
        ["plan-broken"] = new AccountEvent.PlanBroken("L-1", Day, 3570, 3570),
        ["plan-cancelled"] = new AccountEvent.PlanCancelled("L-1", Day),
        ["agency-placed"] = new AccountEvent.AgencyPlaced("G-1", "agency-9", Day, 12.5m, [Bill]),
        ["agency-placement-ended"] = new AccountEvent.AgencyPlacementEnded("G-1", PlacementStatus.Recalled, Day),
        ["agency-commission-booked"] = new AccountEvent.AgencyCommissionBooked("G-1", "C-1", 4000, 500, Day),
        ["notice-served"] = new AccountEvent.NoticeServed("N-1", "CT-1", NoticeDelivery.Delivered, Day),
        ["contact-attempted"] = new AccountEvent.ContactAttempted("T-1", "phone", Day),
        ["service-ordered"] = new AccountEvent.ServiceOrdered(
            "O-1", ServiceOrderKind.Reconnect, "CT-1", "SP-1", Day),
        ["service-order-done"] = new AccountEvent.ServiceOrderDone("O-1", Day),
        ["service-order-cancelled"] = new AccountEvent.ServiceOrderCancelled("O-1", Day, ["life-support"]),
    };
}
