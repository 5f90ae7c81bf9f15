using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Ledger;

/// <summary>How fees, interest, their waivers and agency commissions are booked.</summary>
internal static class CollectionPostings
{
    private const string Interest = "interest";
    private const string AgencyCommission = "agency-commission";
    private const string AgencyCash = "cash/agency";

    public static JournalEntry? EntryOf(AccountEvent.CollectionEvent happened, Currency currency) => happened switch
    {
        AccountEvent.FeeCharged { ParentId: not null } fee => new EntryDraft(currency)
            .Debit(PostingRules.BillsInTransit, fee.AmountMinor)
            .Credit(FeesOf(fee.FeeKind), fee.AmountMinor)
            .On(fee.On),
        AccountEvent.FeeCharged fee => Owed(currency, FeesOf(fee.FeeKind), fee.AmountMinor).On(fee.On),
        AccountEvent.InterestCharged { ParentId: not null } interest => new EntryDraft(currency)
            .Debit(PostingRules.BillsInTransit, interest.TotalMinor)
            .Credit(Interest, interest.TotalMinor)
            .On(interest.On),
        AccountEvent.InterestCharged interest => Owed(currency, Interest, interest.TotalMinor).On(interest.On),
        AccountEvent.ChargeWaived waived =>
            Owed(currency, WaivedOf(waived.ChargeKind), -waived.Share.AmountMinor).On(waived.On),
        AccountEvent.AgencyCommissionBooked booked => new EntryDraft(currency)
            .Debit(AgencyCommission, booked.CommissionMinor)
            .Credit(AgencyCash, booked.CommissionMinor)
            .On(booked.On),
        _ => null,
    };

    private static EntryDraft Owed(Currency currency, string income, long minor) =>
        new EntryDraft(currency).Debit(PostingRules.Receivables, minor).Credit(income, minor);

    private static string WaivedOf(string kind) => kind == ChargeWaiving.InterestKind ? Interest : FeesOf(kind);

    private static string FeesOf(string kind) => "fees/" + kind;
}
