using System.Text;
using System.Text.Unicode;
using Cairn.Foundation.Storage;
using Cairn.Help.Helpline.Seeker;
using Cairn.Help.Helpline.Threads;
using Cairn.Help.Sealing;
using Microsoft.AspNetCore.Http;

namespace Cairn.Fuzz;

/// <summary>What must hold for any bytes that a seeker, or whoever plays one, may send, and for any that stand where sealed ones should. The first says which reader they are for.</summary>
internal sealed class SeekerTarget : IDisposable
{
    /// <summary>What means something to one of the readers.</summary>
    public static readonly byte[][] Tokens =
    [
        .. new[] { "step=", "send", "open", "more", "text=", "code=", "token=", "submission=", "&", "=", "+", "%", "%0d", "%0a", "%00", "%ff", "%F0%9F%98%80", "%ed%a0%80", "7KM2-", "o", "l", " ", "–", "٣", "é", "😀", "<", "&lt;", "\"", "'" }
            .Select(Encoding.UTF8.GetBytes),
        [0], [1], [2], [3], [0xFF], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0x80, 0, 0, 0],
    ];

    private static readonly DateTimeOffset Now = new(2026, 11, 27, 10, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Id = [.. Enumerable.Range(1, SealContext.IdBytes).Select(i => (byte)i)];
    private static readonly string[] Names = ["step", "text", "code", "token", "submission", "worry", "group", "language", ""];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cairn-fuzz-");
    private readonly SessionKeys sessions;
    private readonly SecretKey holder = SecretKey.Random();
    private readonly SecretKey cover = SecretKey.From(new byte[32]);
    private readonly byte[] token = new byte[SessionToken.Letters];
    private readonly byte[] box, covered, nonce, message;

    public SeekerTarget()
    {
        sessions = new(new Keyring(Path.Combine(folder.FullName, "keyring")));
        using var session = Session.Begin(Id, new byte[SeekerKeys.SeedBytes], SeekerCode.From(Id));
        SessionToken.Write(session, sessions, Now, token);
        box = SealedBox.Seal(holder.PublicKey, new byte[32], Id);
        covered = Envelope.Cover(cover, box, Id);
        (nonce, message) = MessageSeal.Seal(cover, "blorptang"u8, Id, 1, 1, Sender.Seeker);
    }

    public void Dispose()
    {
        holder.Dispose();
        cover.Dispose();
        folder.Delete(recursive: true);
    }

    public void Run(byte[] input)
    {
        if (input.Length == 0)
            return;
        var bytes = input[1..];
        switch (input[0] % 8)
        {
            case 0:
                Form(bytes);
                break;
            case 1:
                Code(bytes);
                break;
            case 2:
                Token(bytes);
                break;
            case 3:
                Refused(SealedBox.Open(holder, bytes, Id));
                OnlyUnchanged(bytes, box, changed => SealedBox.Open(holder, changed, Id) is not null);
                break;
            case 4:
                Refused(Envelope.Uncover(cover, bytes, Id));
                OnlyUnchanged(bytes, covered, changed => Envelope.Uncover(cover, changed, Id) is not null);
                break;
            case 5:
                Message(bytes);
                break;
            case 6:
                Record(bytes);
                break;
            default:
                Thread(bytes);
                break;
        }
    }

    // Refused with a status, or fields that are UTF-8 without a zero and no longer than what was sent.
    private static void Form(byte[] body)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "POST";
        http.Request.ContentType = "application/x-www-form-urlencoded";
        http.Request.Body = new MemoryStream(body);
        var (form, refused) = TalkForm.Read(http).AsTask().GetAwaiter().GetResult();
        if (form is null)
        {
            Must(refused is 400 or 413, "A form is refused with 400 or 413.");
            return;
        }

        using (form)
        {
            foreach (var name in Names)
            {
                var value = form[Encoding.ASCII.GetBytes(name)].Span;
                Must(value.Length <= body.Length && Utf8.IsValid(value) && !value.Contains((byte)0), "A field is UTF-8 without a zero.");
                using var page = new WipedWriter();
                page.Text(value);
                Must(page.Written.IndexOfAny("<>\"'"u8) < 0, "Nothing that was sent is markup.");
            }
        }
    }

    // None, or one that is read again however it is shown.
    private static void Code(byte[] typed)
    {
        Span<char> letters = stackalloc char[Math.Min(typed.Length, 160)];
        var read = SeekerCode.Read(letters[..Encoding.UTF8.GetChars(typed.AsSpan(0, letters.Length), letters)]);
        var code = read ?? SeekerCode.From([.. typed.Concat(new byte[16]).Take(16)]);
        for (var group = 0; read is null && group < SeekerCode.Groups; group++)
            code.IsGroup(group, letters);
        Span<byte> digits = stackalloc byte[SeekerCode.Digits];
        code.WriteDigits(digits);
        Must(SeekerCode.Read(Encoding.ASCII.GetString(digits)) is { } again && again.Equals(code), "A code is read as it is shown.");
    }

    private void Token(byte[] bytes)
    {
        Refused(SessionToken.Read(bytes, sessions, Now));
        OnlyUnchanged(bytes, token, changed =>
        {
            // Of the last letter some bits carry nothing.
            using var session = SessionToken.Read(changed, sessions, Now);
            return session is not null;
        }, except: 1);
        // Of one that we could have written, whatever is in it is read.
        var whole = new byte[SessionToken.Letters * 6 / 8];
        var head = whole.AsSpan(0, 9);
        head[0] = 1;
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(head[1..], Now.ToUnixTimeSeconds() / 3600);
        var body = new byte[whole.Length - head.Length - Envelope.Overhead];
        bytes.AsSpan(0, Math.Min(bytes.Length, body.Length)).CopyTo(body);
        Envelope.Cover(sessions.For(Now.ToUnixTimeSeconds() / 3600), body, head).CopyTo(whole.AsSpan(head.Length));
        using var session = SessionToken.Read(Encoding.ASCII.GetBytes(System.Buffers.Text.Base64Url.EncodeToString(whole)), sessions, Now);
        Must(session is null || session.Group is >= 0 and < SeekerCode.Groups, "A group is one of five.");
    }

    private void Message(byte[] bytes)
    {
        Refused(MessageSeal.Open(cover, nonce, bytes, Id, 1, 1, Sender.Seeker));
        Refused(MessageSeal.Open(cover, bytes, message, Id, 1, 1, Sender.Seeker));
        OnlyUnchanged(bytes, message, changed =>
        {
            using var opened = MessageSeal.Open(cover, nonce, changed, Id, 1, 1, Sender.Seeker);
            return opened is not null;
        });
    }

    // Whatever a key's holder sealed: no record, or one whose words stand in it.
    private void Record(byte[] bytes)
    {
        if (MessageRecord.TryRead(bytes, out var record))
            Must(record.Alias.Length + record.Language.Length + record.Worry.Length + record.Text.Length <= bytes.Length, "A record is no longer than its bytes.");
        var (fresh, stored) = MessageSeal.Seal(cover, bytes, Id, 1, 1, Sender.Adviser);
        using var opened = MessageSeal.Open(cover, fresh, stored, Id, 1, 1, Sender.Adviser);
        Must(opened is not null && opened.Span.SequenceEqual(bytes), "What was sealed opens as it was.");
    }

    // Rows of a database that somebody wrote into.
    private void Thread(byte[] bytes)
    {
        var rest = bytes.AsMemory();
        var row = new ConversationRow { Id = Id, Lookup = Id, SeekerPublic = Some(90), Label = [], Opened = Some(60), Generation = Number() - 1, Epoch = 1, State = Number() };
        var context = SealContext.OfWrap(Id, 1, BoxKind.Seeker);
        WrapRow[] wraps =
        [
            new() { Conversation = Id, Kind = 1, Generation = Number(), Box = Some(200) },
            new() { Conversation = Id, Kind = 1, Generation = 1, Box = Envelope.Cover(cover, SealedBox.Seal(holder.PublicKey, Number() == 0 ? new byte[32] : Some(64), context), context) },
        ];
        MessageRow[] messages =
        [
            new() { Conversation = Id, Sequence = 1, Sender = 1, Generation = 1, Nonce = nonce, Sealed = message },
            new() { Conversation = Id, Sequence = Number(), Sender = Number(), Generation = Number(), Nonce = Some(30), Sealed = Some(200) },
        ];
        var stored = new StoredThread(row, wraps, messages, []);
        using var keys = ConversationKeys.Open(stored, BoxKind.Seeker, holder, cover);
        if (keys is null)
            return;
        using var thread = OpenedThread.Of(stored, keys);
        Must(!thread.Whole, "A message that does not open is told.");

        int Number()
        {
            if (rest.IsEmpty)
                return 0;
            var number = rest.Span[0];
            rest = rest[1..];
            return number;
        }

        byte[] Some(int most)
        {
            var length = Math.Min(Number() * most / 255, rest.Length);
            var some = rest[..length].ToArray();
            rest = rest[length..];
            return some;
        }
    }

    /// <summary>The bytes are laid over a sound one: what is not zero changes it.</summary>
    /// <param name="except">So many at the end do not matter.</param>
    private static void OnlyUnchanged(byte[] bytes, byte[] sound, Func<byte[], bool> open, int except = 0)
    {
        var changed = sound.ToArray();
        for (var i = 0; i < Math.Min(bytes.Length, changed.Length); i++)
            changed[i] ^= bytes[i];
        var same = changed.AsSpan(0, changed.Length - except).SequenceEqual(sound.AsSpan(0, sound.Length - except));
        if (except == 0 || !same)
            Must(open(changed) == same, "Only what was not changed opens.");
    }

    private static void Refused(object? opened)
    {
        (opened as IDisposable)?.Dispose();
        Must(opened is null, "What we did not seal does not open.");
    }

    private static void Must(bool holds, string promise)
    {
        if (!holds)
            throw new InvalidOperationException(promise);
    }
}
