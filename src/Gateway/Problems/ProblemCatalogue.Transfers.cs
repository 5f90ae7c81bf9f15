namespace BillingActors.Gateway.Problems;

/// <summary>Problems of transfers and move-outs.</summary>
public static partial class ProblemCatalogue
{
    private static ProblemKind[] Transfers() =>
    [
        new("transfer-unknown", 404, "The transfer is not known.", LookUp),
        new("move-out-unknown", 404, "The move-out is not known.", LookUp),
        new("transfer-exists", 409, "A transfer of this id exists with another content.", Reread),
        new("transfer-settled", 409, "The transfer has ended in another way before.", Reread),
        new("transfer-pending", 409, "Something is on its way to another account.",
            "Try again when it has arrived or is back."),
        new("nothing-to-transfer", 409, "There is nothing that may move.",
            "What is disputed, promised, in a plan or with an agency stays where it is."),
        new("receipt-transferred", 409, "The money came from another account.",
            "Reverse the receipt at the account it first came in."),
        new("move-out-exists", 409, "The contract was moved out of before, or the id has another content.", Reread),
        new("final-bill-held", 409, "The final bill is held.",
            "Enter what is missing, such as the final read; accept doubts if the bill is right all the same."),
        new("read-repeated", 422, "A register is read more than once.", "Name each register once."),
        new("read-day-invalid", 422, "The day of the read is out of range.",
            "Name a day that is not billed yet and not after the days that are asked about."),
        new("read-value-invalid", 422, "The dials cannot show the value.",
            "Send the dials as they are, without the multiplier, and their decimals as scale."),
        new("read-below-previous", 422, "The register went down, and no turnover of its dials explains it.",
            "Compare the value and the day with the read before it."),
        new("transfer-target-unknown", 422, "The other account is not known.", LookUp),
        new("transfer-to-self", 422, "Both ends are one account.", "Name another account."),
        new("transfer-other-entity", 422, "The other account belongs to another legal entity.",
            "Between legal entities money is paid and not transferred."),
        new("transfer-other-customer", 422, "The other account belongs to another customer.",
            "Let the balance stay, and transfer what is agreed on by hand."),
        new("transfer-scope-wrong", 422, "The scope of the transfer is not usable.",
            "Move items, credits, cash or the balance; name items only, and an amount only of cash."),
    ];
}
