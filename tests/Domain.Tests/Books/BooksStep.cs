using CsCheck;

namespace BillingActors.Domain.Tests.Books;

/// <summary>One step of a random life: a kind, a repetition of an older command, and three small numbers.</summary>
internal sealed record BooksStep(BooksStepKind Kind, int Contract, int Day, int Amount)
{
    // Invoices come seldom by themselves, and money more often than what undoes it.
    private static readonly BooksStepKind[] Kinds =
    [
        .. Enum.GetValues<BooksStepKind>(), BooksStepKind.Issue, BooksStepKind.Issue, BooksStepKind.Receive,
        BooksStepKind.Receive, BooksStepKind.Refund, BooksStepKind.RefundStep, BooksStepKind.RefundStep,
        BooksStepKind.Reverse, BooksStepKind.Send, BooksStepKind.Deliver, BooksStepKind.Repeat,
        BooksStepKind.Correct, BooksStepKind.AskDeposit, BooksStepKind.Budget, BooksStepKind.Ask, BooksStepKind.Decide,
        BooksStepKind.Decide, BooksStepKind.Dispute, BooksStepKind.Dispute, BooksStepKind.Collect,
        BooksStepKind.Arrange, BooksStepKind.Serve,
    ];

    /// <summary>How a kind of step is named among what was reached.</summary>
    public static string NameOf(BooksStepKind kind) => "step " + kind;

    public static Gen<BooksStep> Any { get; } =
        Gen.Select(Gen.Int[0, Kinds.Length - 1], Gen.Int[0, 2], Gen.Int[0, 150], Gen.Int[-3000, 3000]).Select(
            (kind, contract, day, amount) => new BooksStep(Kinds[kind], contract, day, amount));
}
