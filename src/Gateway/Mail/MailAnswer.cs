namespace BillingActors.Gateway.Mail;

/// <summary>What an attempt to send a message led to.</summary>
/// <param name="Word">What became of it, as the delivery and the metric say it.</param>
/// <param name="Status">What the mail server answered; null where it did not.</param>
/// <param name="IsFinal">Whether another attempt would lead nowhere.</param>
internal sealed record MailAnswer(string Word, int? Status = null, bool IsFinal = false)
{
    /// <summary>Whoever takes mail for us has it.</summary>
    public const string Sent = "sent";

    /// <summary>The server does not take mail for this address.</summary>
    public const string RecipientRefused = "recipient-refused";

    /// <summary>The server does not take mail from us.</summary>
    public const string SenderRefused = "sender-refused";

    /// <summary>The server does not take this message.</summary>
    public const string MessageRefused = "message-refused";

    /// <summary>The server does not know us.</summary>
    public const string LogInRefused = "log-in-refused";

    /// <summary>No protected connection came about, and nothing was said over an open one.</summary>
    public const string NotProtected = "not-protected";

    /// <summary>It took too long.</summary>
    public const string TimedOut = "timed-out";

    /// <summary>Nobody answered, or it broke off.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The folder took no file.</summary>
    public const string NotWritten = "not-written";

    /// <summary>The document could not be put together.</summary>
    public const string NotComposed = "not-composed";

    /// <summary>The customer was erased since.</summary>
    public const string Erased = "erased";
}
