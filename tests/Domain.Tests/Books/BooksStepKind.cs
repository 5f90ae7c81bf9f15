namespace BillingActors.Domain.Tests.Books;

/// <summary>What a step of a random life does.</summary>
internal enum BooksStepKind
{
    /// <summary>Starts a contract.</summary>
    Start,

    /// <summary>Changes its tariff.</summary>
    ChangeTariff,

    /// <summary>Ends it.</summary>
    End,

    /// <summary>Adds a one-off charge.</summary>
    AddCharge,

    /// <summary>Takes one back.</summary>
    RemoveCharge,

    /// <summary>Changes the terms.</summary>
    ChangeProfile,

    /// <summary>Calculates a plan and keeps it for later.</summary>
    Plan,

    /// <summary>Comes with an older command once more, out of its order.</summary>
    Repeat,

    /// <summary>Forgets the state and folds it from the events.</summary>
    Restart,

    /// <summary>Issues some plan that was kept, old or new.</summary>
    Issue,

    /// <summary>Opens a dispute, moves it on, decides it, or takes it back.</summary>
    Dispute,

    /// <summary>Does what collection does by itself.</summary>
    Collect,

    /// <summary>Promises, plans, waivers and blocks by hand.</summary>
    Arrange,

    /// <summary>Takes money in.</summary>
    Receive,

    /// <summary>Sets money that is left against items.</summary>
    Apply,

    /// <summary>Takes an application back.</summary>
    Unapply,

    /// <summary>Sets credits against debits, or takes that back.</summary>
    Credit,

    /// <summary>Takes a receipt back, or wins a chargeback.</summary>
    Reverse,

    /// <summary>Asks for a refund.</summary>
    Refund,

    /// <summary>Takes a refund a step on.</summary>
    RefundStep,

    /// <summary>Sends something to another account.</summary>
    Send,

    /// <summary>Lets what was sent arrive, and hears of it, or does not.</summary>
    Deliver,

    /// <summary>Takes in what another account sends.</summary>
    TakeIn,

    /// <summary>Moves out of a contract, or sends the balance after it.</summary>
    MoveOut,

    /// <summary>Corrects an invoice by a credit memo, or takes it back.</summary>
    Correct,

    /// <summary>Adjusts an item, gives it up, or lets it stand again.</summary>
    Lower,

    /// <summary>Decides a deposit, asks for it, or asks for less.</summary>
    AskDeposit,

    /// <summary>Gives a deposit back, takes it for arrears, or credits its interest.</summary>
    ReturnDeposit,

    /// <summary>Agrees, adjusts, works on or ends a budget plan.</summary>
    Budget,

    /// <summary>Joins or leaves a parent, or pays for others itself.</summary>
    Collective,

    /// <summary>Asks for something above the limit.</summary>
    Ask,

    /// <summary>Agrees to a request, says no, or takes it back.</summary>
    Decide,

    /// <summary>Locks a month of the books, or opens one again.</summary>
    Period,

    /// <summary>Charges a part of a receipt back, or wins it.</summary>
    ChargeBack,

    /// <summary>Hands items to an agency, takes them back, or books what the agency keeps.</summary>
    Place,

    /// <summary>Warns, cuts a supply off, or orders it on again.</summary>
    Serve,

    /// <summary>Comes with a command that is not well formed.</summary>
    Malform,

    /// <summary>Comes with the same small thing again and again.</summary>
    Crowd,

    /// <summary>Posts a batch of payments with its totals.</summary>
    Batch,

    /// <summary>Loses what the store answers to the next command: it was stored, or it was not.</summary>
    LoseAnswer,
}
