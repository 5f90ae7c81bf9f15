namespace BillingActors.Gateway.Problems;

/// <summary>Problems of deposits.</summary>
public static partial class ProblemCatalogue
{
    private static ProblemKind[] Deposits() =>
    [
        new("deposit-unknown", 404, "The deposit is not known.", LookUp),
        new("deposit-exists", 409, "This id is used for something else of the account's deposits.", Reread),
        new("deposit-requested", 409, "The deposit was asked for already, in another way.", Reread),
        new("deposit-ended", 409, "The deposit was given back or cancelled.", "Assess another deposit."),
        new("deposit-paid", 409, "What is paid of a deposit is not cancelled.", "Release it."),
        new("deposit-not-held", 409, "Nothing of the deposit is held.", Reread),
        new("deposit-sufficient", 409, "As much is deposited or asked for as the policy wants.",
            "Give an amount by hand, with a reason."),
        new("deposit-rate-missing", 409, "A year has no interest rate yet.",
            "Enter the rate of the year at the legal entity; it may be 0."),
        new("deposit-arrears-missing", 409, "Nothing is overdue that the deposit could pay.", Reread),
        new("deposit-policy-missing", 422, "The legal entity has no rule for the amount.", "Give an amount by hand."),
        new("deposit-history-missing", 422, "There are no bills to take the average of.",
            "Give an estimate of a month's bill."),
        new("deposit-instalments-invalid", 422, "The parts do not fit the policy.", Correct),
        new("deposit-not-lower", 422, "The amount is not lower than before.", "To ask for more, assess another one."),
        new("deposit-above-held", 422, "The amount is above what is held.", "Ask for no more than is held."),
        new("deposit-interest-missing", 422, "Deposits of the legal entity bear no interest.",
            "Enter interest at the legal entity."),
        new("item-is-deposit", 422, "The item is a deposit.", "Waive the deposit instead."),
    ];
}
