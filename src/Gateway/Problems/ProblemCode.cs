namespace BillingActors.Gateway.Problems;

/// <summary>The codes the gateway itself answers; the others come with a grain's refusal.</summary>
public static class ProblemCode
{
    public const string RequestInvalid = "request-invalid";
    public const string BodyInvalid = "body-invalid";
    public const string IdInvalid = "id-invalid";
    public const string IdMismatch = "id-mismatch";
    public const string CursorInvalid = "cursor-invalid";
    public const string LimitInvalid = "limit-invalid";
    public const string PeriodInvalid = "period-invalid";
    public const string SearchTextInvalid = "search-text-invalid";
    public const string CommandKeyMissing = "idempotency-key-missing";
    public const string CommandKeyInvalid = "idempotency-key-invalid";
    public const string ReasonInvalid = "reason-invalid";
    public const string ReasonMissing = "reason-missing";
    public const string VersionInvalid = "etag-invalid";
    public const string PreconditionMissing = "precondition-missing";
    public const string StaleVersion = "stale-version";
    public const string IdReused = "id-reused";
    public const string NotAuthenticated = "not-authenticated";
    public const string NotPermitted = "not-permitted";
    public const string EntityLimited = "entity-limited";
    public const string NotFound = "not-found";
    public const string AccountUnknown = "account-unknown";
    public const string EntityUnknown = "entity-unknown";
    public const string InvoiceUnknown = "invoice-unknown";
    public const string ComparisonUnknown = "comparison-unknown";
    public const string NotRatable = "not-ratable";
    public const string RecordUnknown = "record-unknown";
    public const string RevisionInvalid = "revision-invalid";
    public const string RecordInvalid = "record-invalid";
    public const string ImportUnknown = "import-unknown";
    public const string RunUnknown = "run-unknown";
    public const string RunActive = "run-active";
    public const string WorklistUnknown = "worklist-unknown";
    public const string WorklistResolved = "worklist-resolved";
    public const string WorklistWrongKind = "worklist-wrong-kind";
    public const string KeyUnknown = "key-unknown";
    public const string KeyExists = "key-exists";
    public const string KeyInvalid = "key-invalid";
    public const string FormatUnknown = "format-unknown";
    public const string FileRefused = "file-refused";
    public const string MethodNotAllowed = "method-not-allowed";
    public const string NotAcceptable = "not-acceptable";
    public const string BodyTooLarge = "body-too-large";
    public const string MediaTypeUnsupported = "media-type-unsupported";
    public const string TooManyRequests = "too-many-requests";
    public const string Internal = "internal";
    public const string StoreBusy = "store-busy";
    public const string OutcomeUnknown = "outcome-unknown";
    public const string ClusterUnreachable = "cluster-unreachable";
    public const string NotReady = "not-ready";
}
