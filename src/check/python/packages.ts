/** Modules whose package has another name: module and packages, in the form in which the index compares them. */
const DIFFER = `
yaml pyyaml ruamel-yaml|PIL pillow pillow-simd|cv2 opencv-python opencv-python-headless opencv-contrib-python
sklearn scikit-learn|skopt scikit-optimize|skimage scikit-image|bs4 beautifulsoup4|dotenv python-dotenv|dateutil python-dateutil
jwt pyjwt|jose python-jose|docx python-docx|pptx python-pptx|magic python-magic|slugify python-slugify
multipart python-multipart|Crypto pycryptodome pycrypto|Cryptodome pycryptodomex|OpenSSL pyopenssl|serial pyserial
usb pyusb|git gitpython|github pygithub|gitlab python-gitlab|telegram python-telegram-bot|discord discord-py py-cord
MySQLdb mysqlclient|psycopg2 psycopg2-binary|pymysql pymysql|mysql mysql-connector-python mysqlclient|pymongo pymongo
bson pymongo|gridfs pymongo|attr attrs|wx wxpython|gi pygobject|cairo pycairo|fitz pymupdf|pypdf pypdf pypdf2|PyPDF2 pypdf2
flask_sqlalchemy flask-sqlalchemy|flask_cors flask-cors|flask_login flask-login|flask_wtf flask-wtf|wtforms wtforms flask-wtf
rest_framework djangorestframework|corsheaders django-cors-headers|environ django-environ environ-config|allauth django-allauth
debug_toolbar django-debug-toolbar|crispy_forms django-crispy-forms|django_filters django-filter|markdown markdown
sqlalchemy sqlalchemy flask-sqlalchemy sqlmodel|nacl pynacl|zmq pyzmq|websocket websocket-client|socketio python-socketio flask-socketio
engineio python-engineio python-socketio|jwcrypto jwcrypto|ldap python-ldap|ldap3 ldap3|pkg_resources setuptools|setuptools setuptools
_pytest pytest|mpl_toolkits matplotlib|pylab matplotlib|google google-api-python-client protobuf grpcio-tools google-cloud-storage google-auth google-generativeai google-genai
googleapiclient google-api-python-client|apiclient google-api-python-client|grpc grpcio|grpc_status grpcio-status|azure azure-core azure-identity
faiss faiss-cpu faiss-gpu|umap umap-learn|community python-louvain|Levenshtein levenshtein python-levenshtein|Xlib python-xlib
win32api pywin32|win32con pywin32|win32gui pywin32|win32com pywin32|pythoncom pywin32|pywintypes pywin32|win32file pywin32|winerror pywin32
curses windows-curses|readline pyreadline3 gnureadline|speech_recognition speechrecognition|pyttsx3 pyttsx3|sounddevice sounddevice
cachetools cachetools|lxml lxml|pyaudio pyaudio|dns dnspython|ruamel ruamel-yaml|mdit_py_plugins mdit-py-plugins|markdown_it markdown-it-py
nio matrix-nio|tlz toolz|igraph python-igraph igraph|snappy python-snappy|lz4 lz4|zstandard zstandard|Bio biopython|Image pillow
pgzrun pgzero|pgzero pgzero|pyximport cython|Cython cython|vlc python-vlc|RPi rpi-gpio|smbus smbus2|board adafruit-blinka|OpenGL pyopengl|glfw glfw|pyglet pyglet
tweepy tweepy|praw praw|nmap python-nmap|barcode python-barcode|crontab python-crontab|daemon python-daemon|decouple python-decouple
frontmatter python-frontmatter|jenkins python-jenkins python-jenkins|keystoneclient python-keystoneclient|consul python-consul
humanfriendly humanfriendly|past future|builtins future|ics ics|memcache python-memcached|editor python-editor|pyasn1_modules pyasn1-modules
`;

/** Modules that come with another package which needs them: no index entry of one's own is due. */
const COME_WITH = `
starlette fastapi|pydantic fastapi pydantic-settings sqlmodel langchain openai anthropic|pydantic_core pydantic|anyio fastapi starlette httpx
werkzeug flask|jinja2 flask fastapi-all|itsdangerous flask|markupsafe flask jinja2|blinker flask|click flask typer uvicorn black celery
numpy pandas scipy scikit-learn matplotlib torch tensorflow opencv-python opencv-python-headless seaborn xarray gymnasium|pytz pandas django celery
dateutil pandas matplotlib botocore boto3 arrow|six python-dateutil|scipy scikit-learn seaborn|joblib scikit-learn|matplotlib seaborn
botocore boto3|s3transfer boto3|urllib3 requests botocore boto3|certifi requests httpx|idna requests httpx|charset_normalizer requests|chardet requests
httpcore httpx|h11 uvicorn httpx|yarl aiohttp|multidict aiohttp|aiosignal aiohttp|asgiref django|sqlparse django|mako alembic|kombu celery
typing_extensions pydantic fastapi sqlalchemy|pluggy pytest|packaging pytest setuptools black|pygments rich pytest ipython textual|rich textual typer
IPython jupyter notebook ipykernel ipython|ipywidgets jupyter|notebook jupyter|traitlets ipython jupyter|greenlet sqlalchemy gevent playwright|soupsieve beautifulsoup4
attr attrs aiohttp jsonschema|PIL matplotlib torchvision streamlit arcade gradio|docutils sphinx|babel sphinx flask-babel|tornado streamlit notebook|altair streamlit|protobuf streamlit
tokenizers transformers|huggingface_hub transformers gradio|torch torchvision transformers sentence-transformers|tqdm openai transformers|websockets uvicorn
langchain_core langchain|langchain_community langchain|langchain_text_splitters langchain|langsmith langchain|grpc grpcio-tools grpcio-status
pandas geopandas seaborn statsmodels streamlit yfinance ydata-profiling pandas-profiling prophet gradio|pyarrow streamlit
pygame pgzero|pyglet arcade|pymunk arcade|flask dash|plotly dash|playwright pytest-playwright
psycopg psycopg-binary psycopg-c|psycopg_pool psycopg-pool|sqlalchemy flask-sqlalchemy sqlmodel alembic|ptyprocess pexpect|wcwidth prompt-toolkit
`;

function read(table: string): ReadonlyMap<string, readonly string[]> {
  const rows = table.split(/[|\n]/).map((row) => row.trim().split(' '));
  return new Map(rows.filter(([module]) => module !== '').map(([module = '', ...names]) => [module, names]));
}

/** Module → packages that bring it, where the names differ. */
export const NAMES_DIFFER = read(DIFFER);

/** Module → packages that bring it along. */
export const WITH_OTHERS = read(COME_WITH);
