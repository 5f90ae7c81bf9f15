namespace BillingActors.Gateway.Problems;

/// <summary>Problems of budget billing.</summary>
public static partial class ProblemCatalogue
{
    private static ProblemKind[] Budgets() =>
    [
        new("budget-unknown", 404, "The budget plan is not known.", LookUp),
        new("budget-exists", 409, "A budget plan of this id exists with another content.", Reread),
        new("budget-runs", 409, "A budget plan of the account runs already.", "End it first."),
        new("budget-ended", 409, "The budget plan has ended.", Reread),
        new("budget-kind-unknown", 422, "The kind of budget plan is none there is.",
            "Choose down-payments or level."),
        new("budget-instalments-invalid", 422, "The instalments do not fit into a year.",
            "Name 1 to 12, the first and the last of them within a year of the first day."),
        new("drift-invalid", 422, "The drift is out of range.", "Name 1 to 100 percent, or 0 for never."),
        new("nothing-to-budget", 422, "The account has no contract that a budget plan could be for.",
            "Start a contract first."),
        new("budget-no-history", 422, "Too little was billed to estimate an amount.", "Name the amount."),
    ];
}
