using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Transfers;

/// <summary>Every "no" of transfers and of moving out.</summary>
public static class TransferRefusals
{
    /// <summary>The account sent no such transfer.</summary>
    public static Refusal TransferUnknown { get; } =
        new("transfer-unknown", "The account has sent no such transfer.");

    /// <summary>The id was used for something else.</summary>
    public static Refusal TransferExists { get; } =
        new("transfer-exists", "A transfer of this id exists with another content.");

    /// <summary>It arrived, or came back, before.</summary>
    public static Refusal TransferSettled { get; } =
        new("transfer-settled", "The transfer has ended in another way before.");

    /// <summary>Something of the account is under way to another one.</summary>
    public static Refusal TransferPending { get; } =
        new("transfer-pending", "Something of this is on its way to another account; it must arrive or come back.");

    /// <summary>Both ends are one account.</summary>
    public static Refusal TransferToSelf { get; } =
        new("transfer-to-self", "A transfer goes to another account.");

    /// <summary>
    /// Legal entities keep books of their own: a debt of one is not paid by an entry in the books of the other.
    /// </summary>
    public static Refusal OtherEntity { get; } = new(
        "transfer-other-entity", "Both accounts belong to one legal entity; between entities money is paid.");

    /// <summary>The other account is somebody else's.</summary>
    public static Refusal OtherCustomer { get; } = new(
        "transfer-other-customer", "The balance at a move-out goes to an account of the same customer.");

    /// <summary>The other account is not known.</summary>
    public static Refusal TargetUnknown { get; } =
        new("transfer-target-unknown", "There is no account the transfer could go to.");

    /// <summary>There is nothing that may move.</summary>
    public static Refusal NothingToTransfer { get; } =
        new("nothing-to-transfer", "The account has nothing of this that may move.");

    /// <summary>The word is no scope, or what it names does not belong to it.</summary>
    public static Refusal ScopeWrong { get; } = new(
        "transfer-scope-wrong",
        "A transfer moves items, credits, cash or the balance; only items are named, only cash has an amount.");

    /// <summary>Too many items, or one of them twice.</summary>
    public static Refusal ItemsInvalid { get; } =
        new("items-invalid", "A transfer names at most 100 items, none of them twice.");

    /// <summary>The account has something under an id that the transfer brings.</summary>
    public static Refusal IdTaken { get; } =
        new("id-taken", "The account has something of this id with another content.");

    /// <summary>Money that came from another account goes back where it first came in.</summary>
    public static Refusal ReceiptTransferred { get; } = new(
        "receipt-transferred", "The money came from another account; it is reversed where it first came in.");

    /// <summary>The contract was moved out of before, or the id was used for something else.</summary>
    public static Refusal MoveOutExists { get; } =
        new("move-out-exists", "This contract was moved out of before, or the id was used with another content.");

    /// <summary>The account has no such move-out.</summary>
    public static Refusal MoveOutUnknown { get; } =
        new("move-out-unknown", "The account has no such move-out whose balance waits.");

    /// <summary>The final bill cannot be made, or somebody must look at it first.</summary>
    public static Refusal FinalBillHeld(string reasons) =>
        new("final-bill-held", $"The final bill is held: {reasons}");
}
