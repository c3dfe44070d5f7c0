using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Cairn.Help.Sealing;
using Cairn.Staff.Roles;
using Cairn.Tests.Staff;
using NSec.Cryptography;
using PublicKey = Cairn.Help.Sealing.PublicKey;

namespace Cairn.Tests.Help.Helpline;

/// <summary>An adviser without a browser: does with keys of its own what the desk's script does, and talks to the same routes.</summary>
internal sealed class AdviserByHand : IDisposable
{
    // The program itself lists its types; a test sends what a script would.
    private static readonly JsonSerializerOptions AnyShape = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    /// <summary>Where the two desks are.</summary>
    public const string Talk = "/console/desk", Concerns = "/console/concerns";

    private Colleague colleague;
    private readonly string place;
    private readonly SecretKey own;
    private readonly Key sign;
    private readonly Dictionary<int, SecretKey> desk;
    private string token = "";

    private AdviserByHand(Colleague colleague, string place, SecretKey own, Key sign, Dictionary<int, SecretKey> desk) => (this.colleague, this.place, this.own, this.sign, this.desk) = (colleague, place, own, sign, desk);

    public string Id { get; private set; } = "";

    /// <summary>The desk's keys that were opened, by generation.</summary>
    public IReadOnlyDictionary<int, SecretKey> Desk => desk;

    public byte[] Public => own.PublicKey.ToArray();

    /// <summary>Signs in and makes keys.</summary>
    public static Task<AdviserByHand> SitsDown(RunningCairn cairn, string name, params Role[] roles) => SitsDown(cairn, Talk, name, roles);

    /// <summary>Signs in and makes keys, at one of the two desks.</summary>
    public static async Task<AdviserByHand> SitsDown(RunningCairn cairn, string place, string name, params Role[] roles)
    {
        var adviser = new AdviserByHand(await Colleague.SignsIn(cairn, name, roles), place, SecretKey.Random(), Key.Create(SignatureAlgorithm.Ed25519), []);
        adviser.token = await adviser.colleague.Token();
        using var made = await adviser.Acts("keys", new { keys = new { @public = adviser.Public, verify = adviser.sign.PublicKey.Export(KeyBlobFormat.RawPublicKey), salt = new byte[16], wrapped = new byte[105] } });
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        await adviser.Opens();
        return adviser;
    }

    /// <summary>Signs in once more, with the same keys.</summary>
    public async Task Again(RunningCairn cairn, string name)
    {
        colleague.Dispose();
        colleague = await Colleague.SignsIn(cairn, name);
        token = await colleague.Token();
    }

    /// <summary>A desk of two: a supervisor and an adviser.</summary>
    public static async Task<(AdviserByHand Supervisor, AdviserByHand Adviser)> TwoAt(RunningCairn cairn, string place = Talk, string first = "sorcha", string second = "iain")
    {
        var supervisor = await SitsDown(cairn, place, first, Role.Supervisor);
        var adviser = await SitsDown(cairn, place, second, Role.Adviser);
        await supervisor.MakesTheDesk();
        await supervisor.Adds(adviser);
        return (supervisor, adviser);
    }

    /// <summary>The same browser, as it would go on at another node: with the same cookies and keys.</summary>
    public AdviserByHand At(Uri node) => new(colleague.SameCookies(node), place, own, sign, desk) { Id = Id, token = token };

    /// <summary>The same person, at the other desk.</summary>
    public AdviserByHand Beside(string other) => new(colleague, other, own, sign, []) { Id = Id, token = token };

    /// <summary>Loads what the desk's page loads, and opens the desk's keys.</summary>
    public async Task<JsonNode> Opens()
    {
        var opening = JsonNode.Parse(await colleague.Reads(place + "/opening"))!;
        Id = (string)opening["me"]!["id"]!;
        desk.Clear();
        foreach (var box in opening["me"]!["boxes"]!.AsArray())
        {
            var generation = (int)box!["generation"]!;
            var secret = SealedBox.Open(own, Bytes(box!["box"]), OfDeskBox((int)opening["desk"]!["number"]!, generation, Id));
            if (secret is not null)
                desk[generation] = SecretKey.From(secret);
        }

        return opening;
    }

    public async Task MakesTheDesk()
    {
        using var made = SecretKey.Random();
        using var recovery = SecretKey.Random();
        var number = (int)(await Opens())["number"]!;
        using var answer = await Works("make", new
        {
            member = Id,
            generation = 1,
            @public = made.PublicKey.ToArray(),
            recovery = recovery.PublicKey.ToArray(),
            boxes = new[] { Box(Id, own.PublicKey, number, 1, made) },
        });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await Opens();
    }

    public async Task Adds(AdviserByHand other)
    {
        var number = (int)(await Opens())["desk"]!["number"]!;
        using var answer = await Works("add", new { member = other.Id, generation = 0, @public = Nothing, recovery = Nothing, boxes = desk.Select(d => Box(other.Id, other.own.PublicKey, number, d.Key, d.Value)) });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await other.Opens();
    }

    public async Task TakesOff(AdviserByHand other)
    {
        var opening = await Opens();
        using var next = SecretKey.Random();
        var (number, generation) = ((int)opening["desk"]!["number"]!, desk.Keys.Max() + 1);
        using var answer = await Works("remove", new
        {
            member = other.Id,
            generation,
            @public = next.PublicKey.ToArray(),
            recovery = Nothing,
            boxes = opening["members"]!.AsArray().Where(m => (string)m!["id"]! != other.Id)
                .Select(m => Box((string)m!["id"]!, PublicKey.Read(Bytes(m!["public"]))!, number, generation, next)),
        });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        await Opens();
    }

    /// <summary>Gives every conversation that is sealed to an older desk key a key of its own, as the page does.</summary>
    /// <returns>How many.</returns>
    public async Task<int> Renews()
    {
        var (kept, opening) = (0, await Opens());
        var generation = desk.Keys.Max();
        var recovery = PublicKey.Read(Bytes(opening["desk"]!["recovery"]))!;
        while (true)
        {
            var outdated = JsonNode.Parse(await colleague.Reads(place + "/outdated"))!.AsArray();
            if (outdated.Count == 0)
                return kept;
            using var answer = await Acts("rewrap", new { rewrapped = outdated.Select(t => Again(t!, generation, recovery)).ToList() });
            var said = int.Parse((string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["said"]!, System.Globalization.CultureInfo.InvariantCulture);
            if (said == 0)
                return kept;
            kept += said;
        }
    }

    public async Task<IReadOnlyList<JsonNode>> Queue(long? after = null) => (await Watches(after)).Conversations;

    /// <param name="after">A version: waits until this node has another.</param>
    public async Task<(long Version, IReadOnlyList<JsonNode> Conversations)> Watches(long? after)
    {
        var queue = JsonNode.Parse(await colleague.Reads(place + "/queue" + (after is null ? "" : $"?after={after}")))!;
        return ((long)queue["version"]!, [.. queue["conversations"]!.AsArray().Select(c => c!)]);
    }

    /// <summary>Takes the first that waits.</summary>
    public async Task<byte[]> Takes()
    {
        var id = Bytes((await Queue())[0]["id"]);
        Assert.Equal(HttpStatusCode.OK, await Acts("claim", id));
        return id;
    }

    /// <summary>Opens a conversation in hand: what each message says, null where it does not open.</summary>
    public async Task<IReadOnlyList<string?>> Reads(byte[] conversation)
    {
        using var answer = await Acts("open", new { conversation });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var thread = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        return [.. thread["messages"]!.AsArray().Select(m => Text(thread, m!))];
    }

    public async Task<HttpStatusCode> Replies(byte[] conversation, string text, byte[]? submission = null, int? sequence = null)
    {
        using var opened = await Acts("open", new { conversation });
        if (opened.StatusCode != HttpStatusCode.OK)
            return opened.StatusCode;
        var thread = JsonNode.Parse(await opened.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        var (generation, next) = ((int)thread["generation"]!, sequence ?? thread["messages"]!.AsArray().Count + 1);
        var record = new byte[MessageRecord.LengthOf("Robin", "en", "", Encoding.UTF8.GetByteCount(text))];
        MessageRecord.Write(record, 20_000, "Robin", "en", "", Encoding.UTF8.GetBytes(text));
        var (nonce, sealed_) = MessageSeal.Seal(KeyOf(thread, generation)!, record, conversation, generation, next, Sender.Adviser);
        using var answer = await Acts("reply", new { conversation, generation, sequence = next, nonce, @sealed = sealed_, submission = submission ?? RandomNumberGenerator.GetBytes(16) });
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> Acts(string act, byte[] conversation, string code = "", byte[]? box = null)
    {
        using var answer = await Acts(act, new { conversation, code, @sealed = box ?? [] });
        return answer.StatusCode;
    }

    public Task<HttpResponseMessage> Acts(string act, object? sent) => colleague.PostsJson($"{place}/{act}", token, JsonSerializer.Serialize(sent, AnyShape));

    public Task<HttpResponseMessage> Gets(string path) => colleague.Gets(path);

    /// <summary>What an adviser's browser signs of a package's manifest.</summary>
    public byte[] Signs(byte[] digest) => SignatureAlgorithm.Ed25519.Sign(sign, [.. "cairn/evidence/v1"u8, .. digest]);

    /// <summary>A note for the next adviser, sealed to the desk.</summary>
    public byte[] Note(byte[] conversation, string text)
    {
        var record = new byte[1024];
        var words = Encoding.UTF8.GetBytes(text);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(record, MessageRecord.LengthOf("", "en", "", words.Length));
        MessageRecord.Write(record.AsSpan(4), 20_000, "", "en", "", words);
        return SealedBox.Seal(desk[desk.Keys.Max()].PublicKey, record, [.. "help_note\0"u8, .. conversation]);
    }

    public void Dispose()
    {
        own.Dispose();
        sign.Dispose();
        foreach (var key in desk.Values)
            key.Dispose();
        colleague.Dispose();
    }

    private static byte[] Nothing => [];

    private static byte[] Bytes(JsonNode? base64) => Convert.FromBase64String((string)base64!);

    private static byte[] OfDeskBox(int number, int generation, string member) => [.. "help_desk_box\0"u8, .. Number(number), .. Number(generation), .. Encoding.UTF8.GetBytes(member)];

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static object Box(string member, PublicKey to, int number, int generation, SecretKey secret) =>
        new { member, generation, box = SealedBox.Seal(to, secret.Span, OfDeskBox(number, generation, member)) };

    private Task<HttpResponseMessage> Works(string act, object work) => colleague.PostsWithToken($"{place}/{act}", token, ("work", JsonSerializer.Serialize(work, AnyShape)));

    private SecretKey? KeyOf(JsonNode thread, int generation)
    {
        var conversation = Bytes(thread["id"]);
        foreach (var box in thread["boxes"]!.AsArray().Where(b => (int)b!["generation"]! == generation).Select(b => Bytes(b!["box"])))
        {
            foreach (var holder in desk.OrderByDescending(d => d.Key).Select(d => d.Value))
            {
                if (SealedBox.Open(holder, box, SealContext.OfWrap(conversation, generation, BoxKind.Desk)) is { } secret)
                    return SecretKey.From(secret);
            }
        }

        return null;
    }

    private string? Text(JsonNode thread, JsonNode message)
    {
        using var key = KeyOf(thread, (int)message["generation"]!);
        using var opened = key is null ? null : MessageSeal.Open(
            key, Bytes(message["nonce"]), Bytes(message["sealed"]), Bytes(thread["id"]), (int)message["generation"]!, (int)message["sequence"]!, (Sender)(int)message["sender"]!);
        return opened is not null && MessageRecord.TryRead(opened.Span, out var record) ? Encoding.UTF8.GetString(record.Text) : null;
    }

    private object Again(JsonNode thread, int deskGeneration, PublicKey recovery)
    {
        var (conversation, generation) = (Bytes(thread["id"]), (int)thread["generation"]!);
        using var before = KeyOf(thread, generation)!;
        var secret = RandomNumberGenerator.GetBytes(32);
        using var after = SecretKey.From(secret);
        byte[] context = [.. "help_label\0"u8, .. conversation];
        var label = Envelope.Cover(after, Envelope.Uncover(before, Bytes(thread["label"]), context)!, context);
        byte[] Sealed(PublicKey to, BoxKind kind) => SealedBox.Seal(to, secret, SealContext.OfWrap(conversation, generation + 1, kind));
        var seeker = PublicKey.Read(Bytes(thread["seekerPublic"]))!;
        return new
        {
            conversation,
            generation = generation + 1,
            label,
            seeker = (bool)thread["gone"]! ? null : Sealed(seeker, BoxKind.Seeker),
            desk = Sealed(desk[deskGeneration].PublicKey, BoxKind.Desk),
            recovery = Sealed(recovery, BoxKind.Recovery),
            deskGeneration,
        };
    }
}
