using System.Collections.Frozen;
using System.Collections.Immutable;

namespace BillingActors.Gateway.Problems;

/// <summary>Every problem the API can answer: the one table from code to status and title.</summary>
public static partial class ProblemCatalogue
{
    private const string Correct = "Correct the request.";
    private const string Reread = "Read it again and decide again.";
    private const string RetrySame = "Send the same request with the same Idempotency-Key again, a little later.";
    private const string EnterFirst = "Enter it at the service point, then drive the record again.";
    private const string LookUp = "Check the id; it may also lie outside your legal entities.";

    /// <summary>All kinds, in order of status and code.</summary>
    public static ImmutableArray<ProblemKind> All { get; } =
    [
        .. new[]
            {
                Requests, Callers, Lookups, Conflicts, Rules, Files, Credits, Transfers, CashProblems.All, Collections,
                Deposits, Budgets, Collectives, Streams, Usage, Safety, Faults,
            }
            .SelectMany(kinds => kinds())
            .OrderBy(kind => kind.Status)
            .ThenBy(kind => kind.Code, StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<string, ProblemKind> ByCode =
        All.ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>The kind of a code; a code nobody listed is a fault of ours and answers as one.</summary>
    public static ProblemKind Of(string code) => ByCode.GetValueOrDefault(code) ?? ByCode[ProblemCode.Internal];

    /// <summary>The kind for a status that the framework chose.</summary>
    public static ProblemKind OfStatus(int status) => Of(status switch
    {
        400 => ProblemCode.RequestInvalid,
        401 => ProblemCode.NotAuthenticated,
        403 => ProblemCode.NotPermitted,
        404 => ProblemCode.NotFound,
        405 => ProblemCode.MethodNotAllowed,
        406 => ProblemCode.NotAcceptable,
        413 => ProblemCode.BodyTooLarge,
        415 => ProblemCode.MediaTypeUnsupported,
        429 => ProblemCode.TooManyRequests,
        503 => ProblemCode.ClusterUnreachable,
        >= 400 and < 500 => ProblemCode.RequestInvalid,
        _ => ProblemCode.Internal,
    });

    private static ProblemKind[] Requests() =>
    [
        new(ProblemCode.RequestInvalid, 400, "The request is not well formed.", Correct),
        new(ProblemCode.BodyInvalid, 400, "The body is not what this call expects.",
            "Compare it with the schema: unknown and doubled members are refused, decimals are strings."),
        new(ProblemCode.IdInvalid, 400, "An id in the path is not well formed.",
            "Ids have 1 to 100 printable characters without spaces, slashes and control characters."),
        new(ProblemCode.CursorInvalid, 400, "The cursor does not belong to this list.",
            "Start the list again without a cursor; filters must stay the same from page to page."),
        new(ProblemCode.LimitInvalid, 400, "The page size is out of range.", "Ask for 1 to 500 rows."),
        new(ProblemCode.PeriodInvalid, 400, "The period is not usable.",
            "Until must lie after from, at most 800 days later."),
        new(ProblemCode.SearchTextInvalid, 400, "The search text is not usable.", "Search for 2 to 100 characters."),
        new(ProblemCode.CommandKeyMissing, 400, "The call changes something and has no Idempotency-Key.",
            "Send a fresh random key per intent, and the same key again when you retry."),
        new(ProblemCode.CommandKeyInvalid, 400, "The Idempotency-Key is not well formed.",
            "Send 8 to 255 printable ASCII characters, bare or in double quotes."),
        new(ProblemCode.ReasonInvalid, 400, "The Reason header is not well formed.",
            "Send 1 to 500 characters, percent-encoded where they are not ASCII."),
        new(ProblemCode.RevisionInvalid, 400, "The revisions cannot be compared.",
            "Name published, draft or a revision such as 3, and with @2 one version of it, on both sides or on none."),
        new(ProblemCode.VersionInvalid, 400, "The entity tag is not well formed.",
            "Send the ETag of the last answer in If-Match, or If-None-Match: * for a new record."),
        new(ProblemCode.MethodNotAllowed, 405, "The resource does not know this method.", Correct),
        new(ProblemCode.NotAcceptable, 406, "None of the accepted media types can be answered.",
            "Accept application/json."),
        new(ProblemCode.BodyTooLarge, 413, "The body is larger than allowed.", "Send less in one call."),
        new(ProblemCode.MediaTypeUnsupported, 415, "The body has a media type this call does not read.",
            "Send application/json, or for files application/octet-stream."),
        new(ProblemCode.PreconditionMissing, 428, "The call replaces something and does not say which version.",
            "Send If-Match with the ETag of the version you read, or If-None-Match: * for a new record."),
        new(ProblemCode.TooManyRequests, 429, "Too many requests.", "Wait as long as Retry-After says."),
    ];

    private static ProblemKind[] Callers() =>
    [
        new(ProblemCode.NotAuthenticated, 401, "The call carries no valid API key or token.",
            "Send Authorization: Bearer with a key or token that is neither expired nor revoked."),
        new(ProblemCode.HttpsNeeded, 403, "The call came over plain http.",
            "Call the https address, and make a new key if this one was sent in the clear."),
        new(ProblemCode.NotPermitted, 403, "Your roles do not permit this call.", "Ask an administrator for the role."),
        new(ProblemCode.EntityLimited, 403, "The call needs a caller without a limit to legal entities.",
            "Let somebody do it who may see all legal entities."),
        new("second-person-needed", 403, "Somebody else than the one who asked must decide.", "Ask a second person."),
    ];

    private static ProblemKind[] Lookups() =>
    [
        new(ProblemCode.NotFound, 404, "There is nothing at this address.", Correct),
        new(ProblemCode.AccountUnknown, 404, "The account is not known.", LookUp),
        new("contract-unknown", 404, "The contract is not known.", LookUp),
        new("charge-unknown", 404, "The charge is not known or billed already.", LookUp),
        new(ProblemCode.InvoiceUnknown, 404, "The invoice is not known.", LookUp),
        new(ProblemCode.ComparisonUnknown, 404, "The account has no such invoice to compare with.",
            "Name an invoice of the account."),
        new(ProblemCode.RecordUnknown, 404, "The master record is not known.", LookUp),
        new(ProblemCode.ImportUnknown, 404, "The import is not known.", LookUp),
        new(ProblemCode.RunUnknown, 404, "The bill run is not known.", LookUp),
        new("exception-unknown", 404, "The account is not held in this run.", LookUp),
        new(ProblemCode.WorklistUnknown, 404, "The worklist row is not known.", LookUp),
        new(ProblemCode.KeyUnknown, 404, "The API key is not known.", LookUp),
    ];

    private static ProblemKind[] Conflicts() =>
    [
        new("account-exists", 409, "The account exists already.", Reread),
        new("account-closed", 409, "The account is closed.", Reread),
        new("account-in-use", 409, "The account has something that runs or is not billed.",
            "End its contracts and bill what is left first."),
        new("service-point-taken", 409, "Another account has the service point at this time.",
            "End its contract first, or begin on the day that contract ends."),
        new("contract-exists", 409, "The contract exists already.", Reread),
        new("contract-overlap", 409, "The contract overlaps another one of the service point.", Reread),
        new("period-billed", 409, "The time is billed already.", "Choose a day after the last billed one."),
        new("charge-exists", 409, "The charge exists already.", Reread),
        new("meter-conflict", 409, "Another meter of the service point measures this already.",
            "Remove that meter first, or name its channel or register."),
        new("month-open", 409, "The month is open.", "Nothing needs to be done."),
        new("soft-lock-missing", 409, "The month is not locked softly yet.", "Lock it softly first."),
        new("reopening-unknown", 409, "Nobody asked for this month to be opened.",
            "Look at the periods: a lock makes a request before it void."),
        new("nothing-changed", 409, "It is so already.", "Nothing needs to be done."),
        new(ProblemCode.RunActive, 409, "The cycle has another run that is not closed.",
            "Close or cancel that run first."),
        new("run-wrong-stage", 409, "The run is at another stage.", Reread),
        new("run-not-working", 409, "The run does nothing by itself.", Reread),
        new("run-not-paused", 409, "The run is not paused.", Reread),
        new("run-differs", 409, "The run does not reconcile.", "Look at its difference and recalculate."),
        new("exception-hard", 409, "The account cannot be billed as it is.", "Correct its data and recalculate."),
        new(ProblemCode.WorklistResolved, 409, "The worklist row is resolved already.", Reread),
        new(ProblemCode.WorklistWrongKind, 409, "The worklist row is of another kind.",
            "Held accounts are resolved at their bill run, rejected records in the worklist."),
        new(ProblemCode.KeyExists, 409, "The key was made already; its secret is shown once only.",
            "If the secret is lost, revoke the key and make another one."),
        new(ProblemCode.StaleVersion, 412, "Somebody else changed it since you read it.", Reread),
    ];

    private static ProblemKind[] Rules() =>
    [
        new(ProblemCode.IdMismatch, 422, "The id in the body is not the id in the path.", Correct),
        new("customer-unknown", 422, "The customer is not known.", LookUp),
        new("cycle-unknown", 422, "The bill cycle is not known.", LookUp),
        new(ProblemCode.EntityUnknown, 422, "The legal entity is not known.", LookUp),
        new("tariff-unknown", 422, "The tariff is not known.", LookUp),
        new("service-point-unknown", 422, "The service point is not known.", LookUp),
        new("before-account-opened", 422, "The contract begins before its account was opened.",
            "Begin it on the day the account was opened, or later."),
        new("date-not-allowed", 422, "The day is not allowed.", Correct),
        new("month-not-over", 422, "The month is not over at the legal entity.",
            "Lock it when its last day has passed."),
        new("period-unknown", 422, "The day is no boundary of the cycle's calendar.", Correct),
        new(ProblemCode.ReasonMissing, 422, "This is done only with a reason.", "Send a Reason header."),
        new(ProblemCode.IdReused, 422, "The Idempotency-Key was used for another request.", "Use a fresh key."),
        new("amount-zero", 422, "The amount is zero.", Correct),
        new("amount-too-large", 422, "The amount is larger than one charge may be.", Correct),
        new("currency-mismatch", 422, "The amount is in another currency than the account.", Correct),
        new("text-invalid", 422, "A text or id is not usable.", Correct),
        new("currency-unknown", 422, "The currency is not known.", Correct),
        new("terms-invalid", 422, "The payment terms are out of range.", "Terms are 0 to 365 days."),
        new(ProblemCode.RecordInvalid, 422, "The record breaks a rule.", Correct),
        new(ProblemCode.NotRatable, 422, "The days cannot be rated.", "Correct what the detail names."),
        new("tariff-invalid", 422, "The tariff breaks a rule.", "Correct what the detail names."),
        new(ProblemCode.KeyInvalid, 422, "The key cannot be made like this.", Correct),
    ];

    private static ProblemKind[] Files() =>
    [
        new(ProblemCode.FormatUnknown, 422, "The file is of no known format.",
            "Name the format, and compare the file with its description."),
        new("meter-unknown", 422, "The service point has no such meter.", EnterFirst),
        new("channel-unknown", 422, "The meter has no such channel.", EnterFirst),
        new("register-unknown", 422, "The meter has no such register.", EnterFirst),
        new("quantity-mismatch", 422, "The record measures something else than its channel or register.",
            "Compare unit, direction and interval with the meter."),
        new(ProblemCode.FileRefused, 422, "The whole file is refused; nothing of it is stored.",
            "Correct the lines named in problems and send the file with a fresh key."),
    ];

    private static ProblemKind[] Faults() =>
    [
        new(ProblemCode.Internal, 500, "Something broke on our side.", "Report the traceId. " + RetrySame),
        new(ProblemCode.StoreBusy, 503, "The store is busy.", RetrySame),
        new(ProblemCode.OutcomeUnknown, 503, "Nobody knows whether the call had its effect.", RetrySame),
        new(ProblemCode.ClusterUnreachable, 503, "The cluster cannot be reached.", RetrySame),
        new(ProblemCode.NotReady, 503, "The program is not ready.", "Wait until it is."),
    ];
}
